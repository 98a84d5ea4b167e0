using LocalBridge.Errors;
using LocalBridge.Identity;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Tasks;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Carries out the optimised integration <c>arn:aws:states:::states:startExecution</c> with <c>.sync</c>, <c>.sync:2</c> and
/// <c>.waitForTaskToken</c> ("Start a new AWS Step Functions state machine from a running execution").</summary>
internal sealed class StartExecutionTask(IIdentifierSource identifiers)
{
    private const string Service = "AWSStepFunctions";

    internal async ValueTask<TaskOutcome> InvokeAsync(TaskContext context, CancellationToken cancellationToken)
    {
        JsonValue request = context.Input;
        if (!request["StateMachineArn"].TryGetString(out string? stateMachineArn) || stateMachineArn.Length == 0)
        {
            return TaskOutcome.Failed("States.Runtime", "The parameter 'StateMachineArn' of 'states:startExecution' is missing or no string.");
        }

        JsonValue input = ReadInput(request["Input"]);
        Execution execution;
        try
        {
            execution = await context.Engine
                .StartAsync(stateMachineArn, input, new StartExecutionOptions { Name = ReadName(request, context) }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (LocalBridgeException fault)
        {
            return TaskOutcome.Failed(
                $"StepFunctions.{fault.ErrorCode}Exception",
                ServiceAnswer.Cause(fault.Message, Service, 400, fault.ErrorCode, identifiers.NewGuid()));
        }

        JsonValue answer = Answer(execution);
        return context.Resource.Pattern == TaskPattern.Sync
            ? TaskOutcome.Submitted(answer, new ChildExecutionJob(context.Engine, execution, input, context.Resource.Action.EndsWith(":2", StringComparison.Ordinal)))
            : TaskOutcome.Succeeded(answer);
    }

    private static JsonValue ReadInput(JsonValue input)
    {
        if (input.IsNull || input.IsUndefined)
        {
            return JsonValue.EmptyObject;
        }

        return input.TryGetString(out string? text) && JsonValue.TryParse(text, out JsonValue value, out _) ? value : input;
    }

    /// <summary>Returns the name asked for; otherwise one that is made of the attempt, so that an attempt that is dispatched again
    /// after a crash finds the execution it started.</summary>
    private static string ReadName(JsonValue request, TaskContext context) =>
        request["Name"].TryGetString(out string? name) ? name : AttemptGuid.Create(context.AttemptId).ToString();

    private JsonValue Answer(Execution execution)
    {
        var answer = new JsonObjectBuilder(4);
        answer["ExecutionArn"] = execution.ExecutionArn;
        ServiceAnswer.AddMetadata(answer, identifiers.NewGuid());
        answer["StartDate"] = execution.StartDate.ToUnixTimeMilliseconds();
        return answer.Build();
    }
}
