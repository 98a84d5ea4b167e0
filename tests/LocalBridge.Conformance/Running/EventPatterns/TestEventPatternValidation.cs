using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora.EventPatterns;

namespace LocalBridge.Conformance.Running.EventPatterns;

/// <summary>Runs the cases in which the service refuses the event itself: that check belongs to the TestEventPattern call.</summary>
internal static class TestEventPatternValidation
{
    /// <summary>Compares the refusal.</summary>
    public static IReadOnlyList<JsonDifference> Compare(EventPatternCase @case) =>
        [new JsonDifference("message", $"{@case.Code}: {@case.Message}", "not supported yet: TestEventPattern")];
}
