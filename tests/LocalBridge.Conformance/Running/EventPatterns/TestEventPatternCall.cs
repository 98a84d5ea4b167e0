using LocalBridge.Conformance.Corpora.EventPatterns;
using LocalBridge.Errors;

namespace LocalBridge.Conformance.Running.EventPatterns;

/// <summary>Asks a host as the recordings of the service were made: by the TestEventPattern call, which checks the event too.</summary>
internal static class TestEventPatternCall
{
    /// <summary>Calls TestEventPattern.</summary>
    /// <returns>The verdict, and error code and message of a refusal.</returns>
    public static async Task<(PatternVerdict Verdict, string? Code, string? Message)> CallAsync(EventPatternCase @case)
    {
        await using var host = LocalBridgeHost.Create(static _ => { });
        try
        {
            bool isMatch = host.Rules.TestEventPattern(@case.Pattern, @case.Event);
            return (new PatternVerdict(IsValid: true, isMatch, null), null, null);
        }
        catch (LocalBridgeException exception)
        {
            bool isValid = exception is not InvalidEventPatternException;
            return (new PatternVerdict(isValid, IsMatch: false, null), exception.ErrorCode, exception.Message);
        }
    }
}
