using System.Globalization;
using System.Text.RegularExpressions;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Corpora.Jsonata;
using LocalBridge.Json;
using LocalBridge.Json.Jsonata;

namespace LocalBridge.Conformance.Running.Jsonata;

/// <summary>Runs the jsonata corpus through <see cref="JsonataExpression"/>.</summary>
internal sealed class JsonataRunner : ICaseRunner
{
    private static readonly Regex LongSum = new(@"^(?<term>\w+)\+.*…\+\k<term> \((?<count>\d+) terms\)$", RegexOptions.CultureInvariant);

    private readonly JsonataDatasets _datasets = new();

    /// <inheritdoc/>
    public Task<CaseResult>? Run(ConformanceCase @case, CancellationToken cancellationToken) => @case switch
    {
        JsonataCase expression => Task.FromResult(CaseResult.Compared(expression.Id, Compare(expression, cancellationToken))),
        ObservedJsonataCase observed when observed.Source.Has("result") => Task.FromResult(CaseResult.Compared(observed.Id, Compare(observed))),
        ObservedJsonataCase observed => Task.FromResult(CaseResult.Compared(observed.Id, CompareFailure(observed))),
        _ => null,
    };

    private static List<JsonDifference> Compare(ObservedJsonataCase @case) =>
        JsonataOutcome.Of(@case.Expression, JsonataOptions.StepFunctions, default, null, default).CompareResult(@case.Source.Member("result"), isUnordered: false);

    private static List<JsonDifference> CompareFailure(ObservedJsonataCase @case)
    {
        JsonataBindings bindings = new JsonataBindings().Set("states", JsonValue.EmptyObject);
        return ObservedFailure.Compare(@case.Source, JsonataOutcome.Of(WithoutEllipsis(@case.Expression), JsonataOptions.StepFunctions, default, bindings, default));
    }

    // "1+1+…+1 (200 terms)" is how the corpus writes a long sum.
    private static string WithoutEllipsis(string expression) => LongSum.Match(expression) is { Success: true } sum
        ? string.Join('+', Enumerable.Repeat(sum.Groups["term"].Value, int.Parse(sum.Groups["count"].Value, CultureInfo.InvariantCulture)))
        : expression;

    private List<JsonDifference> Compare(JsonataCase @case, CancellationToken cancellationToken)
    {
        JsonataOutcome outcome = JsonataOutcome.Of(@case.Expression, OptionsOf(@case), InputOf(@case), BindingsOf(@case), cancellationToken);
        return outcome.Compare(@case.Source);
    }

    private static JsonataOptions OptionsOf(JsonataCase @case)
    {
        // Only the cases about the functions of Step Functions name where they were seen.
        JsonataOptions options = @case.Source.Has("source") ? JsonataOptions.StepFunctions : JsonataOptions.Default;
        if (@case.Source.Has("timelimit"))
        {
            options = options with { Timeout = TimeSpan.FromMilliseconds(@case.Source.Member("timelimit").GetDouble()) };
        }

        return @case.Source.Has("depth") && @case.Source.Member("depth").GetInt32() is > 0 and var depth ? options with { MaximumDepth = depth } : options;
    }

    private JsonValue InputOf(JsonataCase @case) => @case.Source.Text("dataset") is { } name
        ? _datasets.Get(@case.Datasets, name)
        : @case.Source.Has("data") ? JsonValue.Parse(@case.Source.Member("data").GetRawText()) : default;

    private JsonataBindings BindingsOf(JsonataCase @case)
    {
        var bindings = new JsonataBindings();
        if (@case.Source.Text("states") is { } name)
        {
            bindings.Set("states", _datasets.Get(@case.Datasets, name));
        }

        if (@case.Source.Has("bindings"))
        {
            foreach (KeyValuePair<string, JsonValue> binding in JsonValue.Parse(@case.Source.Member("bindings").GetRawText()).AsObject())
            {
                bindings.Set(binding.Key, binding.Value);
            }
        }

        return bindings;
    }
}
