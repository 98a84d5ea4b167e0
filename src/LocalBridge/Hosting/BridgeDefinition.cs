using LocalBridge.Buckets;
using LocalBridge.EventBuses;
using LocalBridge.Functions;
using LocalBridge.Identity;
using LocalBridge.Rules;
using LocalBridge.Storage;
using LocalBridge.Targets;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalBridge.Hosting;

/// <summary>What a builder has collected.</summary>
internal sealed class BridgeDefinition
{
    internal List<RegisteredFunction> Functions { get; } = [];

    internal List<KeyValuePair<string, TaskHandler>> TaskHandlers { get; } = [];

    internal List<KeyValuePair<string, IBucket>> Buckets { get; } = [];

    internal List<CreateStateMachineRequest> StateMachines { get; } = [];

    internal List<CreateEventBusRequest> EventBuses { get; } = [];

    internal List<RuleBuilder> Rules { get; } = [];

    internal List<KeyValuePair<string, Func<DeadLetter, CancellationToken, ValueTask>>> DeadLetterQueues { get; } = [];

    internal EventBusOptions EventBusOptions { get; } = new();

    internal WorkflowOptions WorkflowOptions { get; } = new();

    internal TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal string Account { get; set; } = ResourceNames.DefaultAccount;

    internal string Region { get; set; } = ResourceNames.DefaultRegion;

    internal Func<TimeProvider, IBridgeStorage> StorageFactory { get; set; } = static timeProvider => new InMemoryStorage(null, timeProvider);

    internal RetentionOptions Retention { get; } = new();

    internal IPayloadProtector? PayloadProtector { get; set; }

    internal ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    internal IServiceProvider? Services { get; set; }

    internal IIdentifierSource? Identifiers { get; set; }
}
