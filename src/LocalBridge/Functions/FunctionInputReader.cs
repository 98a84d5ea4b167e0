using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LocalBridge.Json;

namespace LocalBridge.Functions;

/// <summary>Reads the input of a bound delegate into the type of its parameter.</summary>
internal abstract class FunctionInputReader
{
    [RequiresUnreferencedCode(DelegateFunctionBinder.Reason)]
    [RequiresDynamicCode(DelegateFunctionBinder.Reason)]
    internal static FunctionInputReader For(Type type, JsonSerializerOptions options) =>
        type == typeof(JsonValue)
            ? new Raw()
            : (FunctionInputReader)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(type), options.GetTypeInfo(type))!;

    internal abstract object? Read(JsonValue input, FunctionContext context);

    private sealed class Raw : FunctionInputReader
    {
        internal override object? Read(JsonValue input, FunctionContext context) => input;
    }

    private sealed class Typed<TInput>(JsonTypeInfo<TInput> typeInfo) : FunctionInputReader
    {
        internal override object? Read(JsonValue input, FunctionContext context) =>
            TypedFunction<TInput, JsonElement>.ReadInput(input, context, typeInfo);
    }
}
