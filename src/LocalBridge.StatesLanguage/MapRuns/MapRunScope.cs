using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.MapRuns;

/// <summary>What an item selector can see, taken out of the execution of the Map state: variables, and what the context object shows.</summary>
/// <param name="Variables">The variables.</param>
/// <param name="EnteredTime">When the state was entered.</param>
/// <param name="RetryCount">How often it has been tried again.</param>
/// <param name="OuterItem">The item of the iteration the state stands in; undefined for none.</param>
/// <param name="OuterIndex">The position of that item.</param>
/// <param name="Seed">The seed of what is random in the selected items.</param>
internal sealed record MapRunScope(JsonObject Variables, DateTimeOffset EnteredTime, int RetryCount, JsonValue OuterItem, int OuterIndex, ulong Seed)
{
    internal static MapRunScope Of(Frame frame, ulong seed)
    {
        Frame? iteration = frame;
        while (iteration is not null && iteration.Item.IsUndefined)
        {
            iteration = iteration.Parent;
        }

        return new MapRunScope(
            frame.Variables.Flatten(), frame.EnteredTime, frame.RetryCount, iteration?.Item ?? JsonValue.Undefined, iteration?.Index ?? 0, seed);
    }

    /// <summary>Makes a scope for expressions that shows the same as the execution did.</summary>
    internal EvaluationScope Restore(StateMachineDefinition definition, ExecutionStart start, MapState state, JsonValue input)
    {
        var execution = new ExecutionState(definition, start with { Seed = Seed });
        Frame frame = execution.AddFrame(definition.Graph, null, OuterIndex, input, 0, OuterItem);
        frame.Current = state;
        frame.EnteredTime = EnteredTime;
        frame.RetryCount = RetryCount;
        frame.Variables.Assign(Variables);
        var output = new StepOutput();
        output.Context.Begin(execution, EnteredTime);
        return output.Context.Scope(frame, input);
    }
}
