using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.States;

/// <summary>Writes the fields that several types of states share.</summary>
internal static class StateFieldsWriter
{
    /// <summary>Writes what a reader wants to see first: the type, the comment and the data that goes into the state.</summary>
    internal static void WriteHead(FieldWriter fields, State state, QueryLanguage machineLanguage)
    {
        fields.Text("Type", state.Type.ToString());
        fields.Text("Comment", state.Comment);
        fields.Text("QueryLanguage", state.QueryLanguage == machineLanguage ? null : StateMachineWriter.Name(state.QueryLanguage));
        fields.PathField("InputPath", state.InputPath);
        fields.Template("Parameters", state.Parameters);
        fields.Template("Arguments", state.Arguments);
    }

    /// <summary>Writes what becomes of the result, of errors, and where the execution goes on.</summary>
    internal static void WriteTail(FieldWriter fields, State state)
    {
        fields.Template("ResultSelector", state.ResultSelector);
        fields.ResultPath("ResultPath", state.ResultPath);
        fields.Template("Assign", state.Assign);
        fields.PathField("OutputPath", state.OutputPath);
        fields.Template("Output", state.Output);
        fields.List("Retry", state.Retry, RetrierWriter.Write);
        fields.List("Catch", state.Catch, CatcherWriter.Write);
        if (state.Next is not null)
        {
            fields.Text("Next", state.Next);
        }
        else if (state.Type is not (StateType.Choice or StateType.Succeed or StateType.Fail))
        {
            fields.Value("End", JsonValue.True);
        }
    }
}
