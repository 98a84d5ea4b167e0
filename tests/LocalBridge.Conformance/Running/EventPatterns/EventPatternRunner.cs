using System.Text;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Corpora.EventPatterns;
using LocalBridge.EventPatterns;

namespace LocalBridge.Conformance.Running.EventPatterns;

/// <summary>Runs the event-patterns corpus through <see cref="EventPattern"/>, and through a matcher that holds the patterns of all cases so far.</summary>
internal sealed class EventPatternRunner : ICaseRunner
{
    private readonly AccumulatedRules _rules = new();

    /// <inheritdoc/>
    public Task<CaseResult>? Run(ConformanceCase @case, CancellationToken cancellationToken) => @case switch
    {
        EventPatternCase { IsServiceCase: true } pattern => RunServiceCaseAsync(pattern),
        EventPatternCase pattern => Task.FromResult(CaseResult.Compared(pattern.Id, Compare(pattern))),
        PatternComplexityCase complexity => Task.FromResult(CaseResult.Compared(complexity.Id, Compare(complexity))),
        _ => null,
    };

    private async Task<CaseResult> RunServiceCaseAsync(EventPatternCase @case)
    {
        (PatternVerdict actual, string? code, string? message) = await TestEventPatternCall.CallAsync(@case);

        // The words are part of the message.
        List<JsonDifference> differences = Compare(@case.Expected with { Error = null }, actual);
        differences.AddRange(CompareAmongAll(@case, actual));
        if (@case.Code != code)
        {
            differences.Add(new JsonDifference("code", @case.Code ?? "(none)", $"{code ?? "(none)"} {message}".TrimEnd()));
        }
        else if (@case.Message is not null && !IsMessage(@case.Message, message!))
        {
            differences.Add(new JsonDifference("message", @case.Message, message!));
        }

        return CaseResult.Compared(@case.Id, differences);
    }

    private List<JsonDifference> Compare(EventPatternCase @case)
    {
        // The engine alone knows no limits.
        bool isValid = EventPattern.TryParse(@case.Pattern, EventPatternOptions.Unlimited, out EventPattern? pattern, out EventPatternError? error);
        var actual = new PatternVerdict(isValid, isValid && IsMatch(pattern!, @case.Event), error?.Reason);
        List<JsonDifference> differences = Compare(@case.Expected, actual);
        if (differences.Count > 0 && @case.Clean is { } clean && Compare(clean, actual).Count == 0)
        {
            differences = [];
        }

        differences.AddRange(CompareAmongAll(@case, actual));

        if (@case.Complexity is { } complexity && pattern is not null && pattern.Complexity != complexity)
        {
            differences.Add(Differ("complexity", complexity, pattern.Complexity));
        }

        return differences;
    }

    /// <summary>The verdict must be the same among the rules of all other cases.</summary>
    private IEnumerable<JsonDifference> CompareAmongAll(EventPatternCase @case, PatternVerdict alone)
    {
        if (alone.IsValid && EventPattern.TryParse(@case.Pattern, EventPatternOptions.Unlimited, out EventPattern? pattern, out _))
        {
            bool isMatch = _rules.AddAndMatch(@case.Id, pattern, Encoding.UTF8.GetBytes(@case.Event));

            // The service refuses some events that a matcher reads.
            if (isMatch != alone.IsMatch && (alone.IsMatch || @case.Code is null))
            {
                yield return Differ("match among many rules", alone.IsMatch, isMatch);
            }
        }
    }

    private static List<JsonDifference> Compare(PatternVerdict expected, PatternVerdict actual)
    {
        List<JsonDifference> differences = [];
        if (expected.IsValid != actual.IsValid)
        {
            differences.Add(new JsonDifference("valid", $"{expected.IsValid} {expected.Error}".TrimEnd(), $"{actual.IsValid} {actual.Error}".TrimEnd()));
        }
        else if (expected.Error is not null && expected.Error != actual.Error)
        {
            differences.Add(new JsonDifference("error", expected.Error, actual.Error ?? "(none)"));
        }

        if (expected.IsMatch != actual.IsMatch)
        {
            differences.Add(Differ("match", expected.IsMatch, actual.IsMatch));
        }

        return differences;
    }

    // The recorder replaced partition and Region in the texts of the service by placeholders.
    private static bool IsMessage(string expected, string actual) =>
        expected == actual || TextTemplate.Parse(expected).Matches(actual, ComparisonRules.Exact, new PlaceholderScope());

    // An event that cannot be read matches nothing.
    private static bool IsMatch(EventPattern pattern, string @event) =>
        pattern.TryMatch(Encoding.UTF8.GetBytes(@event), out bool isMatch, out _) && isMatch;

    private static List<JsonDifference> Compare(PatternComplexityCase @case)
    {
        List<JsonDifference> differences = [];
        var pattern = EventPattern.Parse(@case.Pattern, EventPatternOptions.Unlimited);
        if (pattern.Complexity != @case.Complexity)
        {
            differences.Add(Differ("complexity", @case.Complexity, pattern.Complexity));
        }

        bool isRefused = !EventPattern.TryParse(@case.Pattern, EventPatternOptions.Default, out _, out _);
        if (isRefused != @case.IsRefused)
        {
            differences.Add(Differ("rejectedByEventBridge", @case.IsRefused, isRefused));
        }

        return differences;
    }

    private static JsonDifference Differ<T>(string path, T expected, T actual) => new(path, $"{expected}", $"{actual}");
}
