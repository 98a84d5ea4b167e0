using System.Diagnostics.Metrics;
using LocalBridge.EventBuses;
using LocalBridge.Storage;
using LocalBridge.Workflows;

namespace LocalBridge.Hosting;

/// <summary>What a bridge consists of at run time.</summary>
internal sealed record BridgeParts(
    EventBusServices Services,
    EventBusRegistry EventBuses,
    WorkflowEngine Engine,
    IBridgeStorage Storage,
    IReadOnlyList<CreateStateMachineRequest> StateMachines,
    CancellationTokenSource Stop,
    Meter Meter,
    DeliveryRecovery? DeliveryRecovery,
    RetentionWorker? Retention);
