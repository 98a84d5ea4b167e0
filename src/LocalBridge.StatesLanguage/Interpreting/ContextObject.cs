using LocalBridge.Json;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Waiting;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Makes the context object, which expressions see as <c>$$</c> (AWS: "Accessing execution data from the Context object").</summary>
internal static class ContextObject
{
    /// <param name="state">The execution.</param>
    /// <param name="frame">The frame whose state is shown.</param>
    /// <param name="itemIndex">The position of <paramref name="item"/>.</param>
    /// <param name="item">The item of an iteration that is about to start; undefined for none.</param>
    internal static JsonValue Create(ExecutionState state, Frame frame, int itemIndex, JsonValue item)
    {
        if (!state.ContextOverride.IsUndefined)
        {
            return state.ContextOverride;
        }

        var context = new JsonObjectBuilder(5);
        context.SetItem("Execution", state.ContextExecution);
        context.SetItem("StateMachine", state.ContextStateMachine);
        context.SetItem("State", CreateState(frame));
        if (!item.IsUndefined)
        {
            context.SetItem("Map", CreateMap(itemIndex, item));
        }
        else if (FindIteration(frame) is { } iteration)
        {
            context.SetItem("Map", CreateMap(iteration.Index, iteration.Item));
        }

        if (frame.TaskToken is { } token)
        {
            var task = new JsonObjectBuilder(1);
            task.SetItem("Token", token);
            context.SetItem("Task", task.Build());
        }

        return context.Build();
    }

    internal static JsonValue CreateExecution(ExecutionStart start)
    {
        var execution = new JsonObjectBuilder(6);
        execution.SetItem("Id", start.ExecutionArn);
        execution.SetItem("Input", start.Input);
        execution.SetItem("StartTime", Rfc3339.Format(start.StartTime));
        execution.SetItem("Name", start.ExecutionName);
        execution.SetItem("RoleArn", start.RoleArn);
        if (!start.IsExpress)
        {
            execution.SetItem("RedriveCount", 0);
        }

        return execution.Build();
    }

    internal static JsonValue CreateStateMachine(ExecutionStart start)
    {
        var stateMachine = new JsonObjectBuilder(2);
        stateMachine.SetItem("Id", start.StateMachineArn);
        stateMachine.SetItem("Name", start.StateMachineName);
        return stateMachine.Build();
    }

    private static JsonValue CreateState(Frame frame)
    {
        var state = new JsonObjectBuilder(3);
        state.SetItem("Name", frame.Current.Name);
        state.SetItem("EnteredTime", Rfc3339.Format(frame.EnteredTime));
        if (frame.Current.Type is StateType.Task or StateType.Parallel or StateType.Map)
        {
            state.SetItem("RetryCount", frame.RetryCount);
        }

        return state.Build();
    }

    private static Frame? FindIteration(Frame frame)
    {
        for (Frame? current = frame; current is not null; current = current.Parent)
        {
            if (!current.Item.IsUndefined)
            {
                return current;
            }
        }

        return null;
    }

    private static JsonValue CreateMap(int index, JsonValue value)
    {
        var item = new JsonObjectBuilder(2);
        item.SetItem("Index", index);
        item.SetItem("Value", value);
        var map = new JsonObjectBuilder(1);
        map.SetItem("Item", item.Build());
        return map.Build();
    }
}
