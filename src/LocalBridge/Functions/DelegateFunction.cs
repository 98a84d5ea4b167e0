using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.ExceptionServices;
using LocalBridge.Json;
using Microsoft.Extensions.DependencyInjection;

namespace LocalBridge.Functions;

/// <summary>Calls a bound delegate. A scope is opened for an invocation only when a parameter comes from the container.</summary>
[RequiresUnreferencedCode(DelegateFunctionBinder.Reason)]
[RequiresDynamicCode(DelegateFunctionBinder.Reason)]
internal sealed class DelegateFunction(
    Delegate handler,
    FunctionArgument[] arguments,
    FunctionInputReader? input,
    FunctionResultReader result,
    bool needsScope)
{
    private readonly MethodInvoker _invoker = MethodInvoker.Create(handler.GetType().GetMethod(nameof(Action.Invoke))!);

    internal ValueTask<JsonValue> InvokeAsync(JsonValue value, FunctionContext context, CancellationToken cancellationToken) =>
        needsScope ? InvokeInScopeAsync(value, context, cancellationToken) : Invoke(value, context, context.Services, cancellationToken);

    private async ValueTask<JsonValue> InvokeInScopeAsync(JsonValue value, FunctionContext context, CancellationToken cancellationToken)
    {
        IServiceProvider services = context.Services
            ?? throw new InvalidOperationException(
                $"The function '{context.FunctionName}' takes services, and there is no service provider. Call UseServices or register with AddLocalBridge.");
        AsyncServiceScope scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            return await Invoke(value, context, scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<JsonValue> Invoke(JsonValue value, FunctionContext context, IServiceProvider? services, CancellationToken cancellationToken)
    {
        object?[] values = arguments.Length == 0 ? [] : new object?[arguments.Length];
        for (int index = 0; index < arguments.Length; index++)
            values[index] = Resolve(arguments[index], value, context, services, cancellationToken);

        object? returned;
        try
        {
            returned = _invoker.Invoke(handler, values.AsSpan());
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }

        return result.Read(returned);
    }

    private object? Resolve(
        FunctionArgument argument, JsonValue value, FunctionContext context, IServiceProvider? services, CancellationToken cancellationToken) =>
        argument.Kind switch
        {
            FunctionArgumentKind.Input => input!.Read(value, context),
            FunctionArgumentKind.Context => context,
            FunctionArgumentKind.Cancellation => cancellationToken,
            FunctionArgumentKind.ServiceProvider => services,
            _ => Service(argument.Service!, services!),
        };

    private static object Service(FunctionService service, IServiceProvider services) =>
        service.Key is null
            ? services.GetRequiredService(service.ServiceType)
            : services.GetRequiredKeyedService(service.ServiceType, service.Key);
}
