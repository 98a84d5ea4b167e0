using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.Targets.Inputs;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Targets.Invoking;

/// <summary>Calls a registered function with the input of the target. Its result is of no interest to a rule.</summary>
internal sealed class FunctionInvoker(RegisteredFunction function, InputSelector input, IServiceProvider? services, ILogger logger) : TargetInvoker
{
    internal override ValueTask InvokeAsync(in Delivery delivery, CancellationToken cancellationToken)
    {
        var context = new FunctionContext
        {
            FunctionName = function.Name,
            EventId = delivery.Event.Id,
            Services = services,
            Logger = logger,
        };
        ValueTask<JsonValue> result = function.InvokeAsync(context, input.Select(delivery.Event).ToJsonValue(), cancellationToken);
        if (!result.IsCompletedSuccessfully)
            return IgnoreResultAsync(result);
        _ = result.Result;
        return ValueTask.CompletedTask;
    }

    private static async ValueTask IgnoreResultAsync(ValueTask<JsonValue> result) => await result.ConfigureAwait(false);
}
