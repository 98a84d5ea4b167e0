using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Running;

namespace LocalBridge.Workflows.Tasks;

/// <summary>The execution that a <c>startExecution.sync</c> task waits for.</summary>
/// <param name="engine">The engine that runs it.</param>
/// <param name="execution">The child.</param>
/// <param name="input">The child's input.</param>
/// <param name="parsesTexts">Whether input and output are given as JSON (<c>.sync:2</c>) or as texts (<c>.sync</c>).</param>
internal sealed class ChildExecutionJob(WorkflowEngine engine, Execution execution, JsonValue input, bool parsesTexts) : ITaskJob
{
    /// <inheritdoc/>
    public void OnEnded(Action<TaskOutcome> observer) => execution.Completion.Observe(result => observer(ToOutcome(result)));

    /// <inheritdoc/>
    public void Cancel() => engine.RequestStop(execution.ExecutionArn);

    /// <inheritdoc/>
    public void Abandon()
    {
        // The child is an execution of its own, which goes on by itself.
    }

    private TaskOutcome ToOutcome(ExecutionResult result)
    {
        JsonValue answer = Describe(result);
        return result.Status == ExecutionStatus.Succeeded
            ? TaskOutcome.Succeeded(answer)
            : TaskOutcome.Failed("States.TaskFailed", answer.ToJson());
    }

    private JsonValue Describe(ExecutionResult result)
    {
        var answer = new JsonObjectBuilder(12);
        if (result.Cause is not null)
        {
            answer["Cause"] = result.Cause;
        }

        if (result.Error is not null)
        {
            answer["Error"] = result.Error;
        }

        answer["ExecutionArn"] = execution.ExecutionArn;
        WriteData(answer, "Input", input);
        answer["Name"] = execution.Name;
        if (!result.Output.IsUndefined)
        {
            WriteData(answer, "Output", result.Output);
        }

        answer["StartDate"] = execution.StartDate.ToUnixTimeMilliseconds();
        answer["StateMachineArn"] = execution.StateMachineArn;
        answer["Status"] = ExecutionStatusChange.ToWireName(result.Status);
        answer["StopDate"] = result.StopDate.ToUnixTimeMilliseconds();
        return answer.Build();
    }

    private void WriteData(JsonObjectBuilder answer, string name, JsonValue data)
    {
        answer[name] = parsesTexts ? data : data.ToJson();
        var details = new JsonObjectBuilder(1);
        details["Included"] = true;
        answer[name + "Details"] = details.Build();
    }
}
