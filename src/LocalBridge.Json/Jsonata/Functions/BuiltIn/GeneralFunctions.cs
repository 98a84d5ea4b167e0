using System.Text.Json;
using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Values;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json.Jsonata.Functions.BuiltIn;

/// <summary>The functions that take values of any kind.</summary>
internal static class GeneralFunctions
{
    internal static IEnumerable<NativeFunction> All() =>
    [
        Boolean("boolean", "<x-:b>", (_, arguments) => arguments[0].IsUndefined ? default(JsonValue) : Truth.Of(arguments[0])),
        Boolean("not", "<x-:b>", (_, arguments) => arguments[0].IsUndefined ? default(JsonValue) : !Truth.Of(arguments[0])),
        Boolean("exists", "<x:b>", (_, arguments) => !arguments[0].IsUndefined),
        Define.Function("type", "<x:s>", 1, (_, arguments) => TypeOf(arguments[0])),
        Define.Function("error", "<s?:x>", 1, (_, arguments) => throw Raise("D3137", arguments[0], "$error() function evaluated")),
        Define.Function("assert", "<bs?:x>", 2, (_, arguments) =>
            arguments[0].IsTrue ? default(JsonValue) : throw Raise("D3141", arguments[1], "$assert() statement failed")),
        Define.Strict("eval", "<sx?:x>", 2, Evaluate),
    ];

    private static NativeFunction Boolean(string name, string signature, NativeBody body) =>
        new(name, Signatures.SignatureReader.Read(signature), 1, body) { IsBoolean = true };

    private static JsonataException Raise(string code, JsonValue message, string otherwise) =>
        new(code) { OwnText = message.TryGetString(out string? text) && text.Length > 0 ? text : otherwise };

    private static JsonValue TypeOf(JsonValue value) => value.Reference switch
    {
        null => value.Bits switch
        {
            (long)JsonValueKind.Undefined => default(JsonValue),
            (long)JsonValueKind.Null => "null",
            _ => "boolean",
        },
        string => "string",
        JsonNumber => Number.Check(value) ? "number" : "object",
        JsonArray => "array",
        FunctionValue => "function",
        _ => "object",
    };

    private static JsonValue Evaluate(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments) =>
        evaluation.EvaluateText(arguments[0].GetString(), arguments[1], new Binding.Scope(Binding.ScopeKind.Root, null));
}
