using LocalBridge.Json.Jsonata.Arithmetic;
using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Functions.BuiltIn;

/// <summary>The functions of numbers.</summary>
internal static class NumberFunctions
{
    internal static IEnumerable<NativeFunction> All() =>
    [
        Define.Strict("number", "<(nsb)-:n>", 1, (_, arguments) => ToNumber(arguments[0])),
        Define.Number("floor", Math.Floor),
        Define.Number("ceil", Math.Ceiling),
        Define.Number("abs", Math.Abs),
        Define.Number("sqrt", SquareRoot),
        Define.Strict("round", "<n-n?:n>", 2, (evaluation, arguments) =>
            Define.Result(evaluation, Round(arguments[0].GetDouble(), Define.OptionalNumber(arguments[1])))),
        Define.Strict("power", "<n-n:n>", 2, (_, arguments) => Power(arguments[0], arguments[1])),
        Define.Function("random", "<:n>", 0, (evaluation, _) => evaluation.Random.NextDouble()),
        Define.Strict("formatNumber", "<n-so?:s>", 3, (evaluation, arguments) => Format(evaluation, arguments)),
        Define.Strict("formatBase", "<n-n?:s>", 2, (_, arguments) =>
            RadixFormatter.Format(arguments[0].GetDouble(), Define.OptionalNumber(arguments[1]) ?? 10)),
        Define.Strict("formatInteger", "<n-s:s>", 2, (evaluation, arguments) =>
            evaluation.Expression.Pictures.GetInteger(Picture(arguments[1])).Format(arguments[0].GetDouble())),
        Define.Strict("parseInteger", "<s-s:n>", 2, (evaluation, arguments) =>
            Define.Result(evaluation, evaluation.Expression.Pictures.GetInteger(Picture(arguments[1])).Read(arguments[0].GetString()))),
    ];

    private static string Picture(JsonValue picture) => Define.OptionalText(picture) ?? string.Empty;

    private static double Round(double value, double? precision) =>
        precision is { } digits ? Rounding.Round(value, digits) : Rounding.Round(value);

    private static JsonValue ToNumber(JsonValue value)
    {
        if (value.TryGetString(out string? text) && NumberCast.TryParse(text, out double number))
        {
            return JsonValue.FromFiniteDouble(number);
        }

        return value.IsNumber ? value
            : value.IsBoolean ? (value.IsTrue ? 1 : 0)
            : throw new JsonataException("D3030", -1, null, value) { Index = 1 };
    }

    private static double SquareRoot(double value) => value < 0
        ? throw new JsonataException("D3060", -1, null, value) { Index = 1 }
        : Math.Sqrt(value);

    private static JsonValue Power(JsonValue number, JsonValue exponent)
    {
        double x = number.GetDouble();
        double y = exponent.IsUndefined ? double.NaN : exponent.GetDouble();

        // Where IEEE 754 says 1, ECMAScript says NaN.
        double result = double.IsNaN(y) || (double.IsInfinity(y) && Math.Abs(x) == 1) ? double.NaN : Math.Pow(x, y);
        return double.IsFinite(result)
            ? result
            : throw new JsonataException("D3061", -1, null, number) { Index = 1, SecondValue = exponent };
    }

    private static JsonValue Format(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        JsonObject? options = arguments[2].IsUndefined ? null : arguments[2].AsObject();
        return evaluation.Expression.Pictures.GetNumber(Picture(arguments[1]), options).Format(arguments[0].GetDouble());
    }
}
