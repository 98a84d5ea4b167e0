using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Conformance;

/// <summary>Every row of the conformance data, one test each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EventPatternConformanceTests
{
    internal static readonly EventPatternOptions AnyComplexity = new() { MaximumComplexity = null };

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Rows), new object[] { "core.jsonl" })]
    public void Core_Row_MatchesEngine(ConformanceRows rows) => rows.Verify(row => Verify(row, AnyComplexity));

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Rows), new object[] { "random.jsonl" })]
    public void Random_Row_MatchesEngine(ConformanceRows rows) => rows.Verify(row => Verify(row, AnyComplexity));

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Rows), new object[] { "aws.jsonl" })]
    public void Aws_Row_MatchesRecordedAnswer(ConformanceRows rows) => rows.Verify(row => Verify(row, EventPatternOptions.Default));

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Rows), new object[] { "complexity.jsonl" })]
    public void Complexity_Row_HasEngineScore(ConformanceRows rows) => rows.Verify(VerifyComplexity);

    private static void VerifyComplexity(ConformanceRow row)
    {
        bool accepted = EventPattern.TryParse(row.Pattern, out _, out _);

        Assert.That(EventPattern.Parse(row.Pattern, AnyComplexity).Complexity, Is.EqualTo(row.Complexity));
        Assert.That(accepted, Is.EqualTo(!row.RejectedByEventBridge));
    }

    private static void Verify(ConformanceRow row, EventPatternOptions options)
    {
        bool valid = EventPattern.TryParse(row.Pattern, options, out EventPattern? pattern, out EventPatternError? error);

        // The clean reading is the decision for every quirk: see docs/event-patterns.md.
        (bool Valid, bool Match) expected = row.IsQuirk ? row.Clean : (row.Valid, row.Match);
        Assert.That(valid, Is.EqualTo(expected.Valid), error?.Message);
        if (pattern is null)
        {
            VerifyError(row, error!);
            return;
        }

        bool readable = pattern.TryMatch(row.Event, out bool matched, out EventFormatError? eventError);
        Assert.That(readable, Is.EqualTo(!row.EventIsRefused), eventError?.Message);
        Assert.That(matched, Is.EqualTo(expected.Match));
        if (readable)
        {
            Assert.That(pattern.IsMatch(row.Event, EventGuarantees.WellFormed), Is.EqualTo(expected.Match), "with the guarantee that it is well-formed");
            Assert.That(pattern.Explain(row.Event).IsMatch, Is.EqualTo(expected.Match), "explained");
        }

        Assert.That(row.Complexity ?? pattern.Complexity, Is.EqualTo(pattern.Complexity));
        Assert.That(row.SubRules ?? pattern.Compiled.SubRules.Length, Is.EqualTo(pattern.Compiled.SubRules.Length));
    }

    /// <summary>The words of the JSON parser are ours, except where AWS was recorded; where the engine merely crashed there are no words to repeat.</summary>
    private static void VerifyError(ConformanceRow row, EventPatternError error)
    {
        if (row.Message is not null && row.Id != MaskedRow)
        {
            Assert.That(error.Message, Is.EqualTo(row.Message));
        }

        if (row.ErrorKind == "pattern" && !row.IsQuirk && !row.Error!.StartsWith("(internal error", StringComparison.Ordinal))
        {
            Assert.That(error.Reason, Is.EqualTo(row.Error));
            Assert.That((error.Line, error.Column), Is.EqualTo(row.ErrorAt));
        }
    }

    /// <summary>In this one recording the account's partition and region were masked inside the quoted pattern.</summary>
    internal const string MaskedRow = "aws/content_wildcard_list_EXC";
}
