using LocalBridge.Json.Jsonata.Signatures;

namespace LocalBridge.Json.Jsonata.Functions.BuiltIn;

/// <summary>Makes built-in functions.</summary>
internal static class Define
{
    /// <summary>Makes a function.</summary>
    /// <param name="name">The name.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="arity">How many arguments functions that call functions give it, as the reference implementation counts.</param>
    /// <param name="body">What it does.</param>
    internal static NativeFunction Function(string name, string signature, int arity, NativeBody body) =>
        new(name, SignatureReader.Read(signature), arity, body);

    /// <summary>Makes a function of which nothing comes where its first argument is nothing.</summary>
    internal static NativeFunction Strict(string name, string signature, int arity, NativeBody body) =>
        Function(name, signature, arity, (evaluation, arguments) => arguments[0].IsUndefined ? default : body(evaluation, arguments));

    internal static NativeFunction Text(string name, string signature, Func<string, JsonValue> body) =>
        Strict(name, signature, 1, (_, arguments) => body(arguments[0].GetString()));

    internal static NativeFunction Number(string name, Func<double, double> body) =>
        Strict(name, "<n-:n>", 1, (evaluation, arguments) => Result(evaluation, body(arguments[0].GetDouble())));

    internal static JsonValue Result(Evaluating.Evaluation evaluation, double number)
    {
        evaluation.HoldsNonFinite |= !double.IsFinite(number);
        return JsonValue.FromFiniteDouble(number);
    }

    internal static double? OptionalNumber(JsonValue value) => value.IsUndefined ? null : value.GetDouble();

    internal static string? OptionalText(JsonValue value) => value.IsUndefined ? null : value.GetString();
}
