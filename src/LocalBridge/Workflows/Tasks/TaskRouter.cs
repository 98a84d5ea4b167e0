using System.Collections.Frozen;
using LocalBridge.Buckets;
using LocalBridge.EventBuses;
using LocalBridge.Functions;
using LocalBridge.Identity;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Tasks;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Sends each task to what carries it out: a registered function, a handler registered for its resource, or an integration that is built in.
/// A registered handler comes before a built-in integration.</summary>
internal sealed class TaskRouter : ITaskInvoker
{
    private readonly FunctionRegistry _functions;
    private readonly FrozenDictionary<string, TaskHandler> _handlers;
    private readonly FunctionTask _function;
    private readonly LambdaInvokeTask _lambdaInvoke;
    private readonly StartExecutionTask _startExecution;
    private readonly PutEventsTask? _putEvents;
    private readonly BucketRegistry _buckets;
    private readonly StatesArns _arns;
    private readonly IIdentifierSource _identifiers;

    internal TaskRouter(
        FunctionRegistry functions,
        IEnumerable<KeyValuePair<string, TaskHandler>> handlers,
        StatesArns arns,
        IIdentifierSource identifiers,
        IServiceProvider? services = null,
        IEventBus? defaultEventBus = null,
        BucketRegistry? buckets = null)
    {
        _buckets = buckets ?? BucketRegistry.Empty;
        _functions = functions;
        _handlers = handlers.ToFrozenDictionary(StringComparer.Ordinal);
        _arns = arns;
        _identifiers = identifiers;
        _function = new FunctionTask(services);
        _lambdaInvoke = new LambdaInvokeTask(functions, _function, arns, identifiers);
        _startExecution = new StartExecutionTask(identifiers);
        _putEvents = defaultEventBus is null ? null : new PutEventsTask(defaultEventBus, identifiers);
    }

    /// <inheritdoc/>
    public ValueTask<TaskOutcome> InvokeAsync(TaskContext context, CancellationToken cancellationToken)
    {
        TaskResource resource = context.Resource;
        if (_handlers.TryGetValue(resource.Text, out TaskHandler? handler))
        {
            return HandleAsync(handler, context, cancellationToken);
        }

        if (resource.Kind == TaskResourceKind.Function)
        {
            return _functions.TryGet(resource.Name, out RegisteredFunction? function)
                ? _function.InvokeAsync(function, context, context.Input, cancellationToken)
                : ValueTask.FromResult(UnknownFunction(resource));
        }

        return (resource.ResourceType, resource.Name) switch
        {
            ("lambda", "invoke") => _lambdaInvoke.InvokeAsync(context, cancellationToken),
            ("states", "startExecution") => _startExecution.InvokeAsync(context, cancellationToken),
            ("events", "putEvents") when _putEvents is not null => _putEvents.InvokeAsync(context, cancellationToken),
            _ => ValueTask.FromResult(TaskOutcome.Failed("States.Runtime", UnknownResource(resource))),
        };
    }

    /// <inheritdoc/>
    public bool HasHandler(TaskResource resource) => _handlers.ContainsKey(resource.Text);

    /// <inheritdoc/>
    public string? FindObjectFault(TaskResource resource) => HasHandler(resource) || !_buckets.IsEmpty
        ? null
        : $"No bucket is registered for the resource '{resource.Text}'. Register one with AddBucket(\"NAME\", ...), or a handler with AddTaskHandler(\"{resource.Text}\", ...)";

    /// <inheritdoc/>
    public string? FindFault(TaskResource resource)
    {
        if (_handlers.ContainsKey(resource.Text))
        {
            return null;
        }

        return resource switch
        {
            { Kind: TaskResourceKind.Activity } => null, // activities may be created later
            { Kind: TaskResourceKind.Function } => _functions.TryGet(resource.Name, out _)
                ? null
                : $"The function '{resource.Name}' is not registered. Register it with AddFunction(\"{resource.Name}\", ...)",
            { ResourceType: "lambda", Name: "invoke" } or { ResourceType: "states", Name: "startExecution" } => null,
            { ResourceType: "events", Name: "putEvents" } when _putEvents is not null => null,
            _ => UnknownResource(resource),
        };
    }

    private static string UnknownResource(TaskResource resource) =>
        $"Nothing is registered for the resource '{resource.Text}'. Register a handler with AddTaskHandler(\"{resource.Text}\", ...)";

    private static async ValueTask<TaskOutcome> HandleAsync(TaskHandler handler, TaskContext context, CancellationToken cancellationToken)
    {
        try
        {
            JsonValue output = await handler(context, cancellationToken).ConfigureAwait(false);
            return TaskOutcome.Succeeded(output.IsUndefined ? JsonValue.Null : output);
        }
        catch (Exception exception)
        {
            return TaskFault.From(exception);
        }
    }

    private TaskOutcome UnknownFunction(TaskResource resource) => resource.Text == resource.Name
        ? TaskOutcome.Failed("States.Runtime", FindFault(resource))
        : TaskOutcome.Failed(
            "Lambda.ResourceNotFoundException",
            ServiceAnswer.Cause(
                $"Function not found: arn:aws:lambda:{_arns.Region}:{_arns.Account}:function:{resource.Name}:$LATEST",
                "AWSLambda",
                404,
                "ResourceNotFoundException",
                _identifiers.NewGuid()));
}
