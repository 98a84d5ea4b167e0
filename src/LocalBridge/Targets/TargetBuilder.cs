using System.Collections.Immutable;
using LocalBridge.EventBuses;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Rules;
using LocalBridge.Targets.Inputs;
using LocalBridge.Targets.Invoking;

namespace LocalBridge.Targets;

/// <summary>Says what a target of a rule is, what it receives and how. Exactly one of the methods that name a receiver must be called.</summary>
/// <remarks>Not thread-safe. Nothing is checked before the bridge is built.</remarks>
public sealed class TargetBuilder
{
    private string _id;

    private Func<ResourceNames, string>? _arn;

    private Func<InputSelector, TargetInvoker>? _handler;

    private string? _input;

    private string? _inputPath;

    private InputTransformer? _inputTransformer;

    private RetryPolicy? _retryPolicy;

    private string? _deadLetterQueue;

    private DeliveryOptions? _deliveryOptions;

    internal TargetBuilder(string id) => _id = id;

    /// <summary>Sets the id of the target.</summary>
    /// <param name="id">1 to 64 letters, digits, <c>.</c>, <c>-</c> and <c>_</c>. The default is <c>target-1</c>, <c>target-2</c> …</param>
    public TargetBuilder Id(string id)
    {
        _id = id;
        return this;
    }

    /// <summary>Delivers to whatever has an ARN.</summary>
    public TargetBuilder Arn(string arn) => Receiver(_ => arn);

    /// <summary>Calls a registered function.</summary>
    public TargetBuilder Function(string name) => Receiver(names => names.FunctionArn(name));

    /// <summary>Starts an execution of a state machine.</summary>
    public TargetBuilder StateMachine(string name) => Receiver(names => names.StateMachineArn(name));

    /// <summary>Publishes the event on another bus, with the same id.</summary>
    public TargetBuilder EventBus(string name) => Receiver(names => names.EventBusArn(name));

    /// <summary>Calls a handler with the event. Input, input path and transformer do not apply.</summary>
    public TargetBuilder Handler(Func<EventEnvelope, CancellationToken, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Handled(_ => new HandlerInvoker(handler));
    }

    /// <summary>Calls a handler with what input, input path or transformer make of the event.</summary>
    public TargetBuilder InputHandler(Func<JsonValue, CancellationToken, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Handled(input => new InputHandlerInvoker(handler, input));
    }

    /// <summary>Delivers constant JSON text in place of the event.</summary>
    public TargetBuilder Input(string json)
    {
        _input = json;
        return this;
    }

    /// <summary>Delivers a part of the event, for example <c>$.detail</c>.</summary>
    public TargetBuilder InputPath(string path)
    {
        _inputPath = path;
        return this;
    }

    /// <summary>Delivers what a template makes of the event.</summary>
    /// <param name="inputTemplate">The template; see <see cref="InputTransformer.InputTemplate"/>.</param>
    /// <param name="inputPaths">The values by name and path.</param>
    public TargetBuilder InputTransformer(string inputTemplate, params ReadOnlySpan<(string Name, string Path)> inputPaths)
    {
        ImmutableDictionary<string, string>.Builder paths = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach ((string name, string path) in inputPaths)
            paths[name] = path;
        _inputTransformer = new InputTransformer { InputTemplate = inputTemplate, InputPathsMap = paths.ToImmutable() };
        return this;
    }

    /// <summary>Sets how often delivery is tried again.</summary>
    public TargetBuilder Retry(RetryPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _retryPolicy = policy;
        return this;
    }

    /// <summary>Sends events that cannot be delivered to a dead-letter queue.</summary>
    /// <param name="queueName">The name under which the queue was added.</param>
    public TargetBuilder DeadLetterTo(string queueName)
    {
        _deadLetterQueue = queueName;
        return this;
    }

    /// <summary>Sets how events are handed over inside the process.</summary>
    public TargetBuilder Delivery(DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _deliveryOptions = options;
        return this;
    }

    internal Target Build(RuleBuilder rule, EventBusServices services)
    {
        if (_arn is null && _handler is null)
            throw new ArgumentException($"Target '{_id}' names no receiver: call Function, StateMachine, EventBus, Handler or Arn.");
        if (_arn is not null && _handler is not null)
            throw new ArgumentException($"Target '{_id}' names two receivers; add a second target for the other.");

        string arn = _arn?.Invoke(services.Names) ?? services.Names.HandlerArn($"{rule.EventBusName}/{rule.Name}/{_id}");
        if (_handler is not null)
            services.Handlers.Add(arn, _handler);
        return new Target
        {
            Id = _id,
            Arn = arn,
            Input = _input,
            InputPath = _inputPath,
            InputTransformer = _inputTransformer,
            RetryPolicy = _retryPolicy,
            DeadLetterConfig = _deadLetterQueue is null ? null : new DeadLetterConfig(services.Names.QueueArn(_deadLetterQueue)),
            DeliveryOptions = _deliveryOptions,
        };
    }

    private TargetBuilder Receiver(Func<ResourceNames, string> arn)
    {
        _arn = _arn is null ? arn : throw new InvalidOperationException($"Target '{_id}' names a receiver already; add a second target for the other.");
        return this;
    }

    private TargetBuilder Handled(Func<InputSelector, TargetInvoker> handler)
    {
        _handler = _handler is null ? handler : throw new InvalidOperationException($"Target '{_id}' names a receiver already; add a second target for the other.");
        return this;
    }
}
