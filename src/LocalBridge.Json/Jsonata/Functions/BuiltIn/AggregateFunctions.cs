using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Functions.BuiltIn;

/// <summary>$sum, $count, $max, $min and $average.</summary>
internal static class AggregateFunctions
{
    internal static IEnumerable<NativeFunction> All() =>
    [
        Define.Strict("sum", "<a<n>:n>", 1, (evaluation, arguments) => Define.Result(evaluation, Sum(arguments[0].AsArray()))),
        Define.Function("count", "<a:n>", 1, (_, arguments) => arguments[0].IsUndefined ? 0 : arguments[0].AsArray().Count),
        Define.Strict("max", "<a<n>:n>", 1, (evaluation, arguments) => Fold(evaluation, arguments[0].AsArray(), double.NegativeInfinity, Math.Max)),
        Define.Strict("min", "<a<n>:n>", 1, (evaluation, arguments) => Fold(evaluation, arguments[0].AsArray(), double.PositiveInfinity, Math.Min)),
        Define.Strict("average", "<a<n>:n>", 1, (evaluation, arguments) => Average(evaluation, arguments[0].AsArray())),
    ];

    private static double Sum(JsonArray numbers)
    {
        double sum = 0;
        foreach (JsonValue number in numbers.AsSpan())
        {
            sum += number.GetDouble();
        }

        return sum;
    }

    private static JsonValue Average(Evaluation evaluation, JsonArray numbers) =>
        numbers.Count == 0 ? default : Define.Result(evaluation, Sum(numbers) / numbers.Count);

    private static JsonValue Fold(Evaluation evaluation, JsonArray numbers, double start, Func<double, double, double> choose)
    {
        if (numbers.Count == 0)
        {
            return default;
        }

        double result = start;
        foreach (JsonValue number in numbers.AsSpan())
        {
            result = choose(result, number.GetDouble());
        }

        return Define.Result(evaluation, result);
    }
}
