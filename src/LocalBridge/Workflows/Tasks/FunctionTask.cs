using LocalBridge.Functions;
using LocalBridge.Json;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Calls a registered function for a task.</summary>
internal sealed class FunctionTask(IServiceProvider? services)
{
    internal ValueTask<TaskOutcome> InvokeAsync(
        RegisteredFunction function,
        TaskContext context,
        JsonValue payload,
        CancellationToken cancellationToken)
    {
        var functionContext = new FunctionContext
        {
            FunctionName = function.Name,
            ExecutionArn = context.ExecutionArn,
            StateName = context.StateName,
            Task = context,
            TaskToken = context.TaskToken,
            Services = services,
        };
        ValueTask<JsonValue> result = function.InvokeAsync(functionContext, payload, cancellationToken);
        return result.IsCompletedSuccessfully ? ValueTask.FromResult(Succeed(result.Result)) : AwaitAsync(result);
    }

    private static async ValueTask<TaskOutcome> AwaitAsync(ValueTask<JsonValue> result)
    {
        try
        {
            return Succeed(await result.ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return TaskFault.From(exception);
        }
    }

    // A function that returns nothing answers null, as a Lambda function does.
    private static TaskOutcome Succeed(JsonValue output) => TaskOutcome.Succeeded(output.IsUndefined ? JsonValue.Null : output);
}
