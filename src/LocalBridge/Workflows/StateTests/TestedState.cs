using LocalBridge.Errors;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Inspecting;
using LocalBridge.StatesLanguage.States;
using LocalBridge.Workflows.Definitions;

namespace LocalBridge.Workflows.StateTests;

/// <summary>The state that a test is about, with the definition it stands in.</summary>
internal sealed record TestedState(StateMachineDefinition Definition, State State)
{
    /// <summary>How the service calls a state that comes without a state machine, in its messages and in the context object.</summary>
    private const string NameOfSingleState = "StateName";

    internal static TestedState Read(TestStateRequest request)
    {
        if (request.StateName is not null)
        {
            StateMachineDefinition definition = DefinitionFaults.Parse(request.Definition, StateMachineType.Standard);
            State found = StateTest.Find(definition, request.StateName) ?? throw new ValidationException("State not found in definition");
            return new TestedState(definition, found);
        }

        string text = JsonValue.TryParse(request.Definition, out JsonValue json, out _) && json.TryGetObject(out JsonObject? state)
            ? Wrap(state).ToJson()
            : request.Definition;
        StateMachineDefinition single = DefinitionFaults.Parse(text, StateMachineType.Standard);
        return single.Graph.TryGetState(NameOfSingleState, out State? tested)
            ? new TestedState(single, tested)
            : throw new ValidationException("State not found in definition");
    }

    /// <summary>Puts a state into a state machine of its own, beside an empty state for each one it can go to.</summary>
    private static JsonValue Wrap(JsonObject state)
    {
        var end = new JsonObjectBuilder(1);
        end["Type"] = nameof(StateType.Succeed);
        JsonValue target = end.Build();
        var states = new JsonObjectBuilder();
        states[NameOfSingleState] = state;
        foreach (string name in FindTargets(state))
        {
            if (!states.ContainsKey(name))
            {
                states[name] = target;
            }
        }

        var machine = new JsonObjectBuilder(2);
        machine["StartAt"] = NameOfSingleState;
        machine["States"] = states.Build();
        return machine.Build();
    }

    private static IEnumerable<string> FindTargets(JsonObject state) =>
        new[] { state["Next"], state["Default"] }
            .Concat(Elements(state["Choices"]).Select(static choice => choice["Next"]))
            .Concat(Elements(state["Catch"]).Select(static catcher => catcher["Next"]))
            .Where(static target => target.IsString && target.GetString().Length > 0)
            .Select(static target => target.GetString());

    private static JsonArray Elements(JsonValue value) => value.TryGetArray(out JsonArray? array) ? array : JsonArray.Empty;
}
