using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using LocalBridge.Functions;
using LocalBridge.Json;

namespace LocalBridge;

/// <content>Functions.</content>
public sealed partial class LocalBridgeBuilder
{
    /// <summary>Adds a function that works on JSON values.</summary>
    /// <param name="name">The name: 1 to 140 letters, digits, <c>-</c> and <c>_</c>. Tasks and targets call it by this name or by its Lambda ARN.</param>
    /// <param name="handler">The function. To fail with an error name of its own it throws <see cref="FunctionException"/>.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    public LocalBridgeBuilder AddFunction(string name, Func<JsonValue, FunctionContext, CancellationToken, ValueTask<JsonValue>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Definition.Functions.Add(new RegisteredFunction(name, handler));
        return this;
    }

    /// <summary>Adds a function that works on .NET types, without reflection.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <typeparam name="TOutput">The type of the result.</typeparam>
    /// <param name="name">The name: 1 to 140 letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="handler">The function. To fail with an error name of its own it throws <see cref="FunctionException"/>.</param>
    /// <param name="inputTypeInfo">How the input is read from JSON.</param>
    /// <param name="outputTypeInfo">How the result is written as JSON.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    public LocalBridgeBuilder AddFunction<TInput, TOutput>(
        string name,
        Func<TInput, FunctionContext, CancellationToken, ValueTask<TOutput>> handler,
        JsonTypeInfo<TInput> inputTypeInfo,
        JsonTypeInfo<TOutput> outputTypeInfo)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(inputTypeInfo);
        ArgumentNullException.ThrowIfNull(outputTypeInfo);
        Definition.Functions.Add(new RegisteredFunction(name, new TypedFunction<TInput, TOutput>(handler, inputTypeInfo, outputTypeInfo).InvokeAsync));
        return this;
    }

    /// <summary>Adds any delegate as a function. How it is called is worked out now, once.</summary>
    /// <param name="name">The name: 1 to 140 letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="handler">
    /// The function. Its first parameter that is not one of <see cref="FunctionContext"/>, <see cref="CancellationToken"/> and
    /// <see cref="IServiceProvider"/> is the input, read from JSON with the web defaults; further ones come from the container, each call in a
    /// scope of its own. It returns a value, a task, a task of a value, or nothing.
    /// </param>
    /// <exception cref="ArgumentException">The name is not allowed, or the parameters cannot be provided.</exception>
    [RequiresUnreferencedCode(DelegateFunctionBinder.Reason)]
    [RequiresDynamicCode(DelegateFunctionBinder.Reason)]
    public LocalBridgeBuilder AddFunction(string name, Delegate handler)
    {
        Definition.Functions.Add(DelegateFunctionBinder.Bind(name, handler));
        return this;
    }
}
