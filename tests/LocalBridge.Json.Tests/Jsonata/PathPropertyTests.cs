using CsCheck;
using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Tests.Support;

namespace LocalBridge.Json.Tests.Jsonata;

public sealed class PathPropertyTests
{
    private const int Iterations = 300;

    private static readonly string[] Aggregates = ["sum", "count", "max", "min", "average", "exists"];

    private static readonly (string Name, string Function)[] Calls =
    [
        ("map", "function($v, $i) { $v * 2 + $i }"),
        ("filter", "function($v) { $v % 3 = 0 }"),
        ("reduce", "function($a, $v) { $a * 3 + $v }"),
        ("sort", "function($l, $r) { $l % 7 > $r % 7 }"),
    ];

    private static readonly Gen<int[]> Numbers = Gen.Int[-50, 50].Array[0, 20];

    [Test]
    public void Sort_AnyNumbers_IsStableAndLikeLinq() => Numbers.Check(
        Iterations,
        numbers =>
        {
            JsonValue input = JsonValue.Parse($$"""{ "rows": [{{string.Join(',', numbers.Select((n, i) => $$"""{ "n": {{n % 5}}, "i": {{i}} }"""))}}] }""");
            JsonValue sorted = JsonataExpression.Compile("rows^(>n).i[]").Evaluate(input);
            int[] expected = [.. numbers.Select((n, i) => (Key: n % 5, Place: i)).OrderByDescending(row => row.Key).Select(row => row.Place)];
            return numbers.Length == 0 ? sorted.IsUndefined : sorted.ToJson() == $"[{string.Join(',', expected)}]";
        },
        Print);

    [Test]
    public void Aggregates_AnyNumbers_AgreeWithTheirCallsByValue() => Numbers.Check(
        Iterations,
        numbers =>
        {
            JsonValue input = JsonValue.Parse($$"""{ "rows": [{{string.Join(',', numbers.Select(n => $$"""{ "n": {{n}} }"""))}}] }""");
            return Aggregates.All(name =>
                JsonataExpression.Compile($"${name}(rows.n)").Evaluate(input)
                    == JsonataExpression.Compile($"($all := rows.n; $f := ${name}; $f($all))").Evaluate(input));
        },
        Print);

    [Test]
    public void InPlaceFunctions_AnyNumbers_AgreeWithFunctionValues() => Numbers.Check(
        Iterations,
        numbers =>
        {
            JsonValue input = JsonValue.Parse($"[{string.Join(',', numbers)}]");
            return Calls.All(call =>
                JsonataExpression.Compile($"${call.Name}($, {call.Function})").Evaluate(input)
                    == JsonataExpression.Compile($"($f := {call.Function}; ${call.Name}($, $f))").Evaluate(input));
        },
        Print);

    private static string Print(int[] numbers) => string.Join(',', numbers);
}
