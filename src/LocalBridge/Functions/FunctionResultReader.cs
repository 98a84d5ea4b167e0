using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LocalBridge.Json;

namespace LocalBridge.Functions;

/// <summary>Turns what a bound delegate returns (a value, a task, nothing) into JSON. Nothing becomes <c>null</c>, as from a Lambda function.</summary>
internal abstract class FunctionResultReader
{
    [RequiresUnreferencedCode(DelegateFunctionBinder.Reason)]
    [RequiresDynamicCode(DelegateFunctionBinder.Reason)]
    internal static FunctionResultReader For(Type type, JsonSerializerOptions options)
    {
        if (type == typeof(void))
            return new Nothing();
        if (type == typeof(Task))
            return new OfTask();
        if (type == typeof(ValueTask))
            return new OfValueTask();

        Type? generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (generic == typeof(Task<>))
            return Create(typeof(OfTask<>), type.GetGenericArguments()[0], options);
        return generic == typeof(ValueTask<>)
            ? Create(typeof(OfValueTask<>), type.GetGenericArguments()[0], options)
            : Create(typeof(OfValue<>), type, options);
    }

    internal abstract ValueTask<JsonValue> Read(object? returned);

    [RequiresUnreferencedCode(DelegateFunctionBinder.Reason)]
    [RequiresDynamicCode(DelegateFunctionBinder.Reason)]
    private static FunctionResultReader Create(Type reader, Type value, JsonSerializerOptions options) =>
        (FunctionResultReader)Activator.CreateInstance(
            reader.MakeGenericType(value), value == typeof(JsonValue) ? null : options.GetTypeInfo(value))!;

    private static JsonValue Write<T>(T value, JsonTypeInfo<T>? typeInfo) =>
        typeInfo is null ? (JsonValue)(object)value! : JsonValue.Serialize(value, typeInfo);

    private sealed class Nothing : FunctionResultReader
    {
        internal override ValueTask<JsonValue> Read(object? returned) => new(JsonValue.Null);
    }

    private sealed class OfTask : FunctionResultReader
    {
        internal override async ValueTask<JsonValue> Read(object? returned)
        {
            await ((Task)returned!).ConfigureAwait(false);
            return JsonValue.Null;
        }
    }

    private sealed class OfValueTask : FunctionResultReader
    {
        internal override async ValueTask<JsonValue> Read(object? returned)
        {
            await ((ValueTask)returned!).ConfigureAwait(false);
            return JsonValue.Null;
        }
    }

    private sealed class OfTask<T>(JsonTypeInfo<T>? typeInfo) : FunctionResultReader
    {
        internal override async ValueTask<JsonValue> Read(object? returned) => Write(await ((Task<T>)returned!).ConfigureAwait(false), typeInfo);
    }

    private sealed class OfValueTask<T>(JsonTypeInfo<T>? typeInfo) : FunctionResultReader
    {
        internal override async ValueTask<JsonValue> Read(object? returned) => Write(await ((ValueTask<T>)returned!).ConfigureAwait(false), typeInfo);
    }

    private sealed class OfValue<T>(JsonTypeInfo<T>? typeInfo) : FunctionResultReader
    {
        internal override ValueTask<JsonValue> Read(object? returned) => new(Write((T)returned!, typeInfo));
    }
}
