using LocalBridge.Json;
using LocalBridge.StatesLanguage.Choices;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Failing;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Parallels;
using LocalBridge.StatesLanguage.Passing;
using LocalBridge.StatesLanguage.Succeeding;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Waiting;

namespace LocalBridge.StatesLanguage.States;

/// <summary>Reads one state of any type.</summary>
internal static class StateReader
{
    // In the order in which the service lists them.
    private static readonly string[] TypeNames = ["Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map"];

    /// <param name="context">Takes the faults.</param>
    /// <param name="name">The state's name.</param>
    /// <param name="json">The state's fields.</param>
    /// <param name="pointer">Where they stand.</param>
    /// <param name="queryLanguage">The language of the state machine.</param>
    /// <param name="references">Takes the transitions out of the state.</param>
    /// <returns>The state, or null when it cannot be made.</returns>
    internal static State? Read(
        DefinitionReadContext context, string name, JsonObject json, string pointer, QueryLanguage queryLanguage, List<StateReference> references)
    {
        var fields = new FieldReader(context, json, pointer);
        if (name.Length is 0 or > 80)
        {
            context.Fault(pointer, "The name of a state must have 1 to 80 characters");
        }

        if (!fields.Require("Type") || fields.Text("Type") is not { } typeName)
        {
            return null;
        }

        if (fields.OneOf("Type", TypeNames) < 0)
        {
            return null;
        }

        StateType type = Enum.Parse<StateType>(typeName);
        var common = new StateFieldsReader(fields, name, type, queryLanguage, references);
        State? state = Read(type, common);
        if (state is not null)
        {
            fields.Finish();
        }

        return state;
    }

    private static State? Read(StateType type, StateFieldsReader common) => type switch
    {
        StateType.Pass => PassStateReader.Read(common),
        StateType.Task => TaskStateReader.Read(common),
        StateType.Choice => ChoiceStateReader.Read(common),
        StateType.Wait => WaitStateReader.Read(common),
        StateType.Succeed => new SucceedState(common.Read()),
        StateType.Fail => FailStateReader.Read(common),
        StateType.Parallel => ParallelStateReader.Read(common),
        _ => MapStateReader.Read(common),
    };
}
