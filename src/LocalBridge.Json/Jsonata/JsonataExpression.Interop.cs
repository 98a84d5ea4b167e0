using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalBridge.Json.Jsonata;

public sealed partial class JsonataExpression
{
    /// <summary>Evaluates the expression for an element of a <see cref="JsonDocument"/>.</summary>
    /// <param name="input">The input; an undefined element for none.</param>
    /// <param name="bindings">Variables, the instant and the random numbers of this evaluation, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the evaluation.</param>
    /// <returns>The result, which needs no disposing; undefined where nothing comes of it.</returns>
    /// <exception cref="JsonataException">The evaluation failed, exceeded a limit, or resulted in a function.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    public JsonElement EvaluateElement(JsonElement input, JsonataBindings? bindings = null, CancellationToken cancellationToken = default) =>
        Evaluate(JsonValue.FromElement(input), bindings, cancellationToken).ToElement();

    /// <summary>Evaluates the expression for a node.</summary>
    /// <param name="input">The input; <see langword="null"/> is the JSON value <c>null</c>.</param>
    /// <param name="bindings">Variables, the instant and the random numbers of this evaluation, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the evaluation.</param>
    /// <returns>A new node; <see langword="null"/> where the result is <c>null</c> or nothing.</returns>
    /// <exception cref="JsonataException">The evaluation failed, exceeded a limit, or resulted in a function.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    public JsonNode? EvaluateNode(JsonNode? input, JsonataBindings? bindings = null, CancellationToken cancellationToken = default) =>
        Evaluate(JsonValue.FromNode(input), bindings, cancellationToken).ToNode();

    /// <summary>Evaluates the expression for JSON text in UTF-8.</summary>
    /// <param name="utf8Json">The text of the input; empty for none.</param>
    /// <param name="bindings">Variables, the instant and the random numbers of this evaluation, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the evaluation.</param>
    /// <returns>The text of the result; empty where nothing comes of it.</returns>
    /// <exception cref="Reading.JsonParseException">The input is not JSON; the exception names the place.</exception>
    /// <exception cref="JsonataException">The evaluation failed, exceeded a limit, or resulted in a function.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    public byte[] EvaluateUtf8(ReadOnlySpan<byte> utf8Json, JsonataBindings? bindings = null, CancellationToken cancellationToken = default)
    {
        JsonValue input = utf8Json.IsEmpty ? default : JsonValue.Parse(utf8Json);
        JsonValue result = Evaluate(input, bindings, cancellationToken);
        return result.IsUndefined ? [] : result.ToUtf8();
    }
}
