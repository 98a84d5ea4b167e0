using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Json;
using LocalBridge.Targets.Inputs;

namespace LocalBridge.Targets.Invoking;

/// <summary>Calls an in-process handler with the input that the target's <c>Input</c>, <c>InputPath</c> or <c>InputTransformer</c> makes.</summary>
internal sealed class InputHandlerInvoker(Func<JsonValue, CancellationToken, ValueTask> handler, InputSelector input) : TargetInvoker
{
    internal override bool MayRunInline => true;

    internal override int? DefaultConcurrency => 1;

    internal override bool IsRetriedByDefault => false;

    internal override ValueTask InvokeAsync(in Delivery delivery, CancellationToken cancellationToken) =>
        handler(input.Select(delivery.Event).ToJsonValue(), cancellationToken);
}
