using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Json;
using LocalBridge.Json.Jsonata;

namespace LocalBridge.Conformance.Running.Jsonata;

/// <summary>Represents what came out of an expression: a value, nothing, or an error.</summary>
internal sealed record JsonataOutcome(JsonValue Result, JsonataException? Error, bool IsCompiled)
{
    /// <summary>Compiles and evaluates an expression.</summary>
    public static JsonataOutcome Of(string expression, JsonataOptions options, JsonValue input, JsonataBindings? bindings, CancellationToken cancellationToken)
    {
        if (!JsonataExpression.TryCompile(expression, out JsonataExpression? compiled, out JsonataException? error, options))
        {
            return new JsonataOutcome(default, error, IsCompiled: false);
        }

        try
        {
            return new JsonataOutcome(compiled.Evaluate(input, bindings, cancellationToken), null, IsCompiled: true);
        }
        catch (JsonataException failure)
        {
            return new JsonataOutcome(default, failure, IsCompiled: true);
        }
    }

    /// <summary>Compares the outcome with the <c>expect</c> member of a case.</summary>
    /// <param name="case">The case.</param>
    public List<JsonDifference> Compare(JsonElement @case)
    {
        JsonElement expect = @case.Member("expect");
        if (expect.Has("result"))
        {
            return CompareResult(expect.Member("result"), @case.Flag("unordered"));
        }

        bool isAsExpected = expect.Has("error") ? Error is not null && IsExpected(expect.Member("error"), Error)
            : expect.Flag("undefined") ? Error is null && Result.IsUndefined
            : expect.Text("nonFinite") is { } name ? IsNonFinite(name)
            : expect.Text("matches") is { } pattern && Result.TryGetString(out string? text) && Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant);
        return isAsExpected ? [] : [new JsonDifference(string.Empty, JsonTexts.Show(expect), Describe())];
    }

    /// <summary>Compares the outcome with a value.</summary>
    public List<JsonDifference> CompareResult(JsonElement expected, bool isUnordered)
    {
        if (Error is not null || Result.IsUndefined || (Result.IsNumber && !double.IsFinite(Result.GetDouble())))
        {
            return [new JsonDifference("result", JsonTexts.Show(expected), Describe())];
        }

        JsonElement actual = JsonTexts.Parse(Result.ToJson());
        if (isUnordered)
        {
            return UnorderedArrays.AreEqual(expected, actual) ? [] : [new JsonDifference("result", JsonTexts.Show(expected), Describe())];
        }

        List<JsonDifference> differences = [];
        new JsonComparer(ComparisonRules.Exact, new PlaceholderScope()).Compare(expected, actual, "result", differences);
        return differences;
    }

    /// <summary>Returns the outcome in words.</summary>
    public string Describe() => Error is null ? Result.ToString() : $"{Error.Code} at {Error.Position}: {Error.Message}";

    private static bool IsExpected(JsonElement expected, JsonataException error)
    {
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            string? actual = member.Name switch
            {
                "code" => error.Code,
                "token" => error.Token,
                "functionName" => error.FunctionName,
                "value" => error.Value.IsUndefined ? null : error.Value.ToString(),
                "message" => error.Message,
                _ => null,
            };
            string wanted = member.Name == "value" || member.Value.ValueKind != JsonValueKind.String ? member.Value.GetRawText() : JsonTexts.TextOf(member.Value);
            if (actual is null || (actual != wanted && !(member.Name == "value" && AreEqual(member.Value, actual))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqual(JsonElement expected, string json) =>
        JsonTexts.TryParse(json, out JsonElement actual) && new JsonComparer(ComparisonRules.Exact, new PlaceholderScope()).AreEqual(expected, actual);

    private bool IsNonFinite(string name) =>
        Result.IsNumber && Result.GetDouble() is var number && !double.IsFinite(number)
        && name == (double.IsNaN(number) ? "NaN" : string.Create(CultureInfo.InvariantCulture, $"{(number < 0 ? "-" : string.Empty)}Infinity"));
}
