using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LocalBridge.Json;

namespace LocalBridge.Functions;

/// <summary>Calls a function whose input and output are .NET types with source-generated JSON contracts: no reflection.</summary>
internal sealed class TypedFunction<TInput, TOutput>(
    Func<TInput, FunctionContext, CancellationToken, ValueTask<TOutput>> handler,
    JsonTypeInfo<TInput> inputType,
    JsonTypeInfo<TOutput> outputType)
{
    internal ValueTask<JsonValue> InvokeAsync(JsonValue input, FunctionContext context, CancellationToken cancellationToken)
    {
        ValueTask<TOutput> result = handler(ReadInput(input, context, inputType), context, cancellationToken);
        return result.IsCompletedSuccessfully ? new ValueTask<JsonValue>(JsonValue.Serialize(result.Result, outputType)) : AwaitAsync(result);
    }

    internal static TInput ReadInput(JsonValue input, FunctionContext context, JsonTypeInfo<TInput> inputType)
    {
        try
        {
            return input.Deserialize(inputType)!;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw FunctionInput.CannotRead(context.FunctionName, typeof(TInput), exception);
        }
    }

    private async ValueTask<JsonValue> AwaitAsync(ValueTask<TOutput> result) =>
        JsonValue.Serialize(await result.ConfigureAwait(false), outputType);
}
