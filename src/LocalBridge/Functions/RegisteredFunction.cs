using LocalBridge.Json;

namespace LocalBridge.Functions;

/// <summary>One registered function: a name, and how to call it.</summary>
internal sealed class RegisteredFunction
{
    private readonly Func<JsonValue, FunctionContext, CancellationToken, ValueTask<JsonValue>> _invoke;

    internal RegisteredFunction(string name, Func<JsonValue, FunctionContext, CancellationToken, ValueTask<JsonValue>> invoke)
        : this(name, invoke, [])
    {
    }

    internal RegisteredFunction(
        string name,
        Func<JsonValue, FunctionContext, CancellationToken, ValueTask<JsonValue>> invoke,
        IReadOnlyList<FunctionService> services)
    {
        Name = FunctionName.Validate(name);
        _invoke = invoke;
        Services = services;
    }

    internal string Name { get; }

    /// <summary>Gets what the function needs from the container, so that the host can check it before anything runs.</summary>
    internal IReadOnlyList<FunctionService> Services { get; }

    /// <summary>
    /// Calls the function on the calling thread. Completes synchronously when the function does. Failures are thrown as they are:
    /// <see cref="FunctionFailure.From"/> translates them.
    /// </summary>
    internal ValueTask<JsonValue> InvokeAsync(FunctionContext context, JsonValue input, CancellationToken cancellationToken)
    {
        try
        {
            return _invoke(input, context, cancellationToken);
        }
        catch (Exception exception)
        {
            // One way to fail for synchronous and asynchronous functions: callers look at the task only.
            return ValueTask.FromException<JsonValue>(exception);
        }
    }
}
