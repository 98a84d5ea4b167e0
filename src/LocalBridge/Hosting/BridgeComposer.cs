using System.Diagnostics.Metrics;
using LocalBridge.Buckets;
using LocalBridge.Diagnostics;
using LocalBridge.EventBuses;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;
using LocalBridge.Functions;
using LocalBridge.Identity;
using LocalBridge.Rules;
using LocalBridge.Storage;
using LocalBridge.Targets;
using LocalBridge.Targets.Invoking;
using LocalBridge.Targets.Recording;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Running;
using LocalBridge.Workflows.Tasks;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Hosting;

/// <summary>Makes a bridge of what a builder has collected: the one place where the parts meet.</summary>
internal static class BridgeComposer
{
    internal static LocalBridgeHost Compose(BridgeDefinition definition)
    {
        var faults = new BridgeFaults();
        faults.CheckSettings(definition);
        faults.CheckServices(definition);
        faults.ThrowIfAny();

        var names = new ResourceNames(definition.Account, definition.Region);
        var arns = new StatesArns(definition.Region, definition.Account);
        IIdentifierSource identifiers = definition.Identifiers ?? new RandomIdentifierSource();
        IBridgeStorage storage = definition.StorageFactory(definition.TimeProvider);
        var functions = new FunctionRegistry(definition.Functions);
        var stop = new CancellationTokenSource();
        var codec = new PayloadCodec(definition.PayloadProtector);
        var definitionChanges = new DefinitionChanges(definition.LoggerFactory.CreateLogger("LocalBridge.Hosting"));
        EventBusServices services = CreateServices(definition, names, identifiers, storage, codec, definitionChanges, stop.Token);
        var eventBuses = new EventBusRegistry(services);
        var buckets = new BucketRegistry(definition.Buckets);
        var tasks = new TaskRouter(functions, definition.TaskHandlers, arns, identifiers, definition.Services, eventBuses.DefaultEventBus, buckets);
        faults.CheckStateMachines(definition, tasks);
        var engine = new WorkflowEngine(
            definition.WorkflowOptions, arns, storage, tasks, definition.TimeProvider, identifiers, definition.LoggerFactory,
            new ExecutionEventPublisher(eventBuses.DefaultEventBus, definition.LoggerFactory.CreateLogger<WorkflowEngine>()),
            definition.PayloadProtector,
            buckets,
            definitionChanges);
        definitionChanges.Reload = async () =>
        {
            // Rules last: they name the others.
            await engine.LoadDefinitionsAsync(stop.Token).ConfigureAwait(false);
            await eventBuses.LoadAsync(stop.Token).ConfigureAwait(false);
        };
        DeliveryRecovery? recovery = services.DeliveryLog is StorageDeliveryLog log ? new DeliveryRecovery(services, eventBuses, storage, codec, log) : null;
        RetentionWorker? retention = storage.IsDurable
            ? new RetentionWorker(storage, definition.Retention, definition.TimeProvider, definition.LoggerFactory.CreateLogger("LocalBridge.Hosting"))
            : null;
        var host = new LocalBridgeHost(
            new BridgeParts(services, eventBuses, engine, storage, definition.StateMachines, stop, CreateMeter(eventBuses), recovery, retention));
        services.IsReady = !storage.IsDurable;
        services.Start = host.StartAsync;
        eventBuses.Rules.Resolver = new TargetResolver(
            functions, services.Handlers, eventBuses, services.DeadLetterQueues, () => host.StateMachines, CreateLookup(definition, names, storage, host, engine),
            definition.Services, definition.LoggerFactory);

        AddEventBuses(definition, eventBuses, faults);
        AddRules(definition, services, eventBuses, faults);
        faults.ThrowIfAny();
        return host;
    }

    private static EventBusServices CreateServices(
        BridgeDefinition definition, ResourceNames names, IIdentifierSource identifiers, IBridgeStorage storage, PayloadCodec codec, DefinitionChanges definitionChanges,
        CancellationToken stopToken) => new()
        {
            Names = names,
            Origin = new EventOrigin(definition.Account, definition.Region),
            Options = definition.EventBusOptions.Clone(),
            TimeProvider = definition.TimeProvider,
            Identifiers = identifiers,
            LoggerFactory = definition.LoggerFactory,
            InFlight = new InFlightCounter(),
            Handlers = new HandlerRegistry(),
            DeadLetterQueues = new DeadLetterQueues(
                definition.DeadLetterQueues.Select(queue => KeyValuePair.Create(names.QueueArn(queue.Key), queue.Value))),
            DeliveryLog = storage.IsDurable
                ? new StorageDeliveryLog(storage, codec, definition.TimeProvider, definition.LoggerFactory.CreateLogger("LocalBridge.Targets"), stopToken)
                : NoDeliveryLog.Instance,
            Definitions = new DefinitionStore(storage, codec, definitionChanges),
            StopToken = stopToken,
        };

    /// <summary>What can be known about a state machine: before the bridge has started, a durable storage may hold more than was added.</summary>
    private static Func<string, bool> CreateLookup(
        BridgeDefinition definition, ResourceNames names, IBridgeStorage storage, LocalBridgeHost host, WorkflowEngine engine)
    {
        HashSet<string> added = [.. definition.StateMachines.Select(stateMachine => names.StateMachineArn(stateMachine.Name))];
        return arn => added.Contains(Unqualified(arn)) || (host.IsStarted ? Exists(engine, Unqualified(arn)) : storage.IsDurable);
    }

    private static bool Exists(WorkflowEngine engine, string stateMachineArn)
    {
        try
        {
            engine.StateMachines.Get(stateMachineArn);
            return true;
        }
        catch (StateMachineDoesNotExistException)
        {
            return false;
        }
    }

    /// <summary>Takes the version or alias off the ARN of a state machine.</summary>
    private static string Unqualified(string stateMachineArn)
    {
        string[] parts = stateMachineArn.Split(':');
        return parts.Length > 7 ? string.Join(':', parts[..7]) : stateMachineArn;
    }

    private static void AddEventBuses(BridgeDefinition definition, EventBusRegistry eventBuses, BridgeFaults faults)
    {
        foreach (CreateEventBusRequest request in definition.EventBuses)
            faults.Try($"Event bus '{request.Name}'", () => eventBuses.Create(request));
    }

    private static void AddRules(BridgeDefinition definition, EventBusServices services, EventBusRegistry eventBuses, BridgeFaults faults)
    {
        foreach (RuleBuilder rule in definition.Rules)
        {
            faults.Try($"Rule '{rule.Name}'", () =>
            {
                IReadOnlyList<Target> targets = rule.BuildTargets(services);
                eventBuses.Rules.PutRule(rule.BuildRequest());
                if (targets.Count > 0)
                    eventBuses.Rules.PutTargets(rule.Name, targets, rule.EventBusName);
            });
        }
    }

    /// <summary>A meter of its own, beside the shared one of the same name: it dies with the bridge, and with it the hold that the gauge has on the bridge.</summary>
    private static Meter CreateMeter(EventBusRegistry eventBuses)
    {
        var meter = new Meter(BridgeTelemetry.SourceName);
        meter.CreateObservableUpDownCounter(
            DeliveryTelemetry.QueueDepthName,
            () => eventBuses.All.Select(static eventBus =>
                new Measurement<long>(eventBus.QueueDepth, new KeyValuePair<string, object?>("localbridge.event_bus", eventBus.Name))),
            "{delivery}",
            "Events and deliveries that wait.");
        return meter;
    }
}
