using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace LocalBridge.Functions;

/// <summary>Binds any delegate to a function, once, at registration: decides where each argument comes from and how the result is read.</summary>
[RequiresUnreferencedCode(Reason)]
[RequiresDynamicCode(Reason)]
internal static class DelegateFunctionBinder
{
    internal const string Reason = "Binding a delegate reads its parameters and their types by reflection. Use an overload with JsonTypeInfo where code is trimmed.";

    internal static RegisteredFunction Bind(string name, Delegate handler)
    {
        FunctionName.Validate(name);
        ArgumentNullException.ThrowIfNull(handler);
        if (!handler.HasSingleTarget)
            throw Fault(name, "it is a combination of several delegates; register each one under a name of its own");

        ParameterInfo[] parameters = HandlerParameters(handler);
        var arguments = new FunctionArgument[parameters.Length];
        var services = new List<FunctionService>();
        FunctionInputReader? input = null;
        string? inputParameter = null;
        for (int index = 0; index < parameters.Length; index++)
        {
            ParameterInfo parameter = parameters[index];
            FunctionArgument argument = Classify(name, parameter, ref input, ref inputParameter);
            arguments[index] = argument;
            if (argument.Service is { } service)
                services.Add(service);
        }

        FunctionResultReader result = FunctionResultReader.For(handler.Method.ReturnType, JsonSerializerOptions.Web);
        var function = new DelegateFunction(handler, arguments, input, result, services.Count > 0);
        return new RegisteredFunction(name, function.InvokeAsync, services);
    }

    private static ParameterInfo[] HandlerParameters(Delegate handler)
    {
        ParameterInfo[] parameters = handler.Method.GetParameters();
        // A static method closed over its first argument (an extension method used as a method group) has that argument already.
        return handler.Method.IsStatic && handler.Target is not null ? parameters[1..] : parameters;
    }

    private static FunctionArgument Classify(string name, ParameterInfo parameter, ref FunctionInputReader? input, ref string? inputParameter)
    {
        Type type = parameter.ParameterType;
        if (type.IsByRef || type.IsByRefLike || type.IsPointer)
            throw Fault(name, $"parameter '{parameter.Name}' is passed by reference, which a function cannot receive");
        if (type == typeof(CancellationToken))
            return FunctionArgument.Cancellation;
        if (type == typeof(FunctionContext))
            return FunctionArgument.Context;
        if (type == typeof(IServiceProvider))
            return FunctionArgument.Services;

        object? key = parameter.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key;
        if (key is null && input is null)
        {
            if (type.IsInterface && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true)
            {
                throw Fault(
                    name,
                    $"its input parameter '{parameter.Name}' is the interface {type.Name}, which cannot be read from JSON; the first parameter that is not "
                    + "a CancellationToken, FunctionContext or IServiceProvider is the input: put a parameter for the input (JsonValue fits every input) before it");
            }

            input = FunctionInputReader.For(type, JsonSerializerOptions.Web);
            inputParameter = parameter.Name;
            return FunctionArgument.Input;
        }

        if (key is null && IsPlainData(type))
        {
            throw Fault(
                name,
                $"it has two inputs, '{inputParameter}' and '{parameter.Name}': {type.Name} is not a service; put both into one input type");
        }

        return FunctionArgument.FromServices(new FunctionService(parameter.Name ?? type.Name, type, key));
    }

    /// <summary>Types that carry data and that no container provides.</summary>
    private static bool IsPlainData(Type type) =>
        type.IsValueType || type.IsArray || type == typeof(string) || type.Namespace?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

    private static ArgumentException Fault(string name, string reason) => new($"The function '{name}' cannot be registered: {reason}.");
}
