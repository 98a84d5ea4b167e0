using LocalBridge.Json;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Carries out the tasks of one service integration, for example <c>arn:aws:states:::sqs:sendMessage</c>.</summary>
/// <param name="context">The attempt: its input, who calls, and the task token if there is one.</param>
/// <param name="cancellationToken">Cancelled when the answer is no longer awaited: time-out, stopped execution, or shutdown.</param>
/// <returns>The result. Of a <c>.waitForTaskToken</c> resource it is the answer to the request; the token brings the result.</returns>
/// <remarks>Runs outside the workflow engine's loop and may block. To fail with an error name, throw
/// <see cref="Functions.FunctionException"/>; any other exception fails with the name of its type.</remarks>
public delegate ValueTask<JsonValue> TaskHandler(TaskContext context, CancellationToken cancellationToken);
