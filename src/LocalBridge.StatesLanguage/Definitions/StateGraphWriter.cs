using System.Runtime.CompilerServices;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Writes the states of a machine, a branch or a processor.</summary>
internal static class StateGraphWriter
{
    internal static JsonValue Write(StateGraph graph, QueryLanguage machineLanguage)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var fields = new FieldWriter();
        fields.Text("Comment", graph.Comment);
        WriteStates(fields, graph, machineLanguage);
        return fields.Build();
    }

    internal static void WriteStates(FieldWriter fields, StateGraph graph, QueryLanguage machineLanguage)
    {
        fields.Text("StartAt", graph.StartAt);
        var states = new JsonObjectBuilder(graph.States.Length);
        foreach (State state in graph.States)
        {
            states.SetItem(state.Name, StateWriter.Write(state, machineLanguage));
        }

        fields.Value("States", states.Build());
    }
}
