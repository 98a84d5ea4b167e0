using LocalBridge.EventBuses;
using LocalBridge.Hosting;
using LocalBridge.Identity;
using LocalBridge.Rules;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.Storage;
using LocalBridge.Targets;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Tasks;
using Microsoft.Extensions.Logging;

namespace LocalBridge;

/// <summary>Collects what a bridge consists of. Nothing is checked before the bridge is built; then everything is, and all faults are told at once.</summary>
/// <remarks>Not thread-safe. A builder builds one bridge and refuses further use.</remarks>
/// <example>
/// <code>
/// await using LocalBridgeHost bridge = LocalBridgeHost.Create(bridge => bridge
///     .AddFunction("ship", (Order order, Shipping shipping) => shipping.Plan(order))
///     .AddRule("big-orders", rule => rule
///         .Matching(e => e.Source("shop.orders").Detail("total", Match.GreaterThan(100)))
///         .To(target => target.Function("ship"))));
/// </code>
/// </example>
public sealed partial class LocalBridgeBuilder
{
    private readonly BridgeDefinition _definition = new();

    private bool _isUsed;

    internal LocalBridgeBuilder()
    {
    }

    /// <summary>Adds a bus beside the default one.</summary>
    /// <param name="name">The name: 1 to 256 letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</param>
    /// <param name="description">The description, at most 512 characters.</param>
    public LocalBridgeBuilder AddEventBus(string name, string? description = null)
    {
        Definition.EventBuses.Add(new CreateEventBusRequest { Name = name, Description = description });
        return this;
    }

    /// <summary>Adds a rule.</summary>
    /// <param name="name">The name: 1 to 64 letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</param>
    /// <param name="configure">Says which events it matches and where they go.</param>
    public LocalBridgeBuilder AddRule(string name, Action<RuleBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var rule = new RuleBuilder(name);
        configure(rule);
        Definition.Rules.Add(rule);
        return this;
    }

    /// <summary>Adds a state machine. A stored one of the name is brought to this definition when the bridge starts.</summary>
    /// <param name="name">The name: 1 to 80 characters.</param>
    /// <param name="definition">The definition in Amazon States Language.</param>
    /// <param name="type">The type.</param>
    public LocalBridgeBuilder AddStateMachine(string name, string definition, StateMachineType type = StateMachineType.Standard)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(definition);
        Definition.StateMachines.Add(new CreateStateMachineRequest { Name = name, Definition = definition, Type = type });
        return this;
    }

    /// <summary>Adds a state machine that is put together in C#. A stored one of the name is brought to this definition when the bridge starts.</summary>
    /// <param name="name">The name: 1 to 80 characters.</param>
    /// <param name="configure">Adds the states.</param>
    /// <param name="type">The type.</param>
    public LocalBridgeBuilder AddStateMachine(string name, Action<StateMachineBuilder> configure, StateMachineType type = StateMachineType.Standard)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new StateMachineBuilder();
        configure(builder);
        return AddStateMachine(name, builder.ToJson(), type);
    }

    /// <summary>Adds what carries out the tasks of a service integration, for example <c>arn:aws:states:::sqs:sendMessage</c>.</summary>
    /// <param name="resource">The resource as it stands in <c>Resource</c>.</param>
    /// <param name="handler">Carries out a task.</param>
    public LocalBridgeBuilder AddTaskHandler(string resource, TaskHandler handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(resource);
        ArgumentNullException.ThrowIfNull(handler);
        Definition.TaskHandlers.Add(new KeyValuePair<string, TaskHandler>(resource, handler));
        return this;
    }

    /// <summary>Adds a dead-letter queue: what takes events that could not be delivered. Its ARN is <c>arn:aws:sqs:REGION:ACCOUNT:NAME</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="handler">Takes a letter. If it fails, the letter is lost, and that is logged as an error.</param>
    public LocalBridgeBuilder AddDeadLetterQueue(string name, Func<DeadLetter, CancellationToken, ValueTask> handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(handler);
        Definition.DeadLetterQueues.Add(new KeyValuePair<string, Func<DeadLetter, CancellationToken, ValueTask>>(name, handler));
        return this;
    }

    /// <summary>Changes the options of the event buses.</summary>
    public LocalBridgeBuilder ConfigureEventBus(Action<EventBusOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(Definition.EventBusOptions);
        return this;
    }

    /// <summary>Changes the options of the workflow engine.</summary>
    public LocalBridgeBuilder ConfigureWorkflows(Action<WorkflowOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(Definition.WorkflowOptions);
        return this;
    }

    /// <summary>Sets the clock.</summary>
    /// <param name="timeProvider">The clock. The default is the system's, or the one registered in the container.</param>
    public LocalBridgeBuilder UseTimeProvider(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        Definition.TimeProvider = timeProvider;
        return this;
    }

    /// <summary>Sets the account that the bridge stands for.</summary>
    /// <param name="account">Twelve digits. The default is <c>000000000000</c>.</param>
    public LocalBridgeBuilder UseAccount(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        Definition.Account = account;
        return this;
    }

    /// <summary>Sets the Region that the bridge stands for.</summary>
    /// <param name="region">A Region such as <c>eu-central-1</c>. The default is <c>us-east-1</c>.</param>
    public LocalBridgeBuilder UseRegion(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        Definition.Region = region;
        return this;
    }

    /// <summary>Sets where the bridge keeps what must not be lost.</summary>
    /// <param name="factory">Makes the storage, with the clock of the bridge. The default is an <see cref="InMemoryStorage"/>.</param>
    public LocalBridgeBuilder UseStorage(Func<TimeProvider, IBridgeStorage> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        Definition.StorageFactory = factory;
        return this;
    }

    /// <summary>Changes how long durable storage keeps what is over.</summary>
    public LocalBridgeBuilder ConfigureRetention(Action<RetentionOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(Definition.Retention);
        return this;
    }

    /// <summary>Sets what protects inputs, outputs, events and definitions in durable storage, for example by encrypting them.</summary>
    /// <param name="protector">The protector. The default is none: they are stored as they are.</param>
    public LocalBridgeBuilder UsePayloadProtector(IPayloadProtector protector)
    {
        ArgumentNullException.ThrowIfNull(protector);
        Definition.PayloadProtector = protector;
        return this;
    }

    /// <summary>Sets where log messages go.</summary>
    /// <param name="loggerFactory">The factory. The default writes nothing, or is the one registered in the container.</param>
    public LocalBridgeBuilder UseLoggerFactory(ILoggerFactory loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(loggerFactory);
        Definition.LoggerFactory = loggerFactory;
        return this;
    }

    /// <summary>Sets where the parameters of functions come from. Each call that needs one gets a scope of its own.</summary>
    /// <param name="services">The services. <c>AddLocalBridge</c> sets the container itself.</param>
    public LocalBridgeBuilder UseServices(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        Definition.Services = services;
        return this;
    }

    internal LocalBridgeBuilder UseIdentifiers(IIdentifierSource identifiers)
    {
        Definition.Identifiers = identifiers;
        return this;
    }

    /// <summary>Checks everything and makes the bridge.</summary>
    /// <exception cref="LocalBridgeConfigurationException">Something is wrong; all of it is told.</exception>
    internal LocalBridgeHost Build()
    {
        BridgeDefinition definition = Definition;
        _isUsed = true;
        return BridgeComposer.Compose(definition);
    }

    private BridgeDefinition Definition =>
        _isUsed ? throw new InvalidOperationException("This builder has built its bridge. Use a new one.") : _definition;
}
