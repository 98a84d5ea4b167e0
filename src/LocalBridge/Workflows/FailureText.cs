using System.Globalization;
using LocalBridge.Errors;

namespace LocalBridge.Workflows;

/// <summary>Holds the rules for an error and a cause that a caller sends (<c>SensitiveError</c>, <c>SensitiveCause</c> of the AWS API).</summary>
internal static class FailureText
{
    private const int MaximumErrorLength = 256;
    private const int MaximumCauseLength = 32_768;

    internal static void Check(string? error, string? cause)
    {
        Check(error, "error", MaximumErrorLength);
        Check(cause, "cause", MaximumCauseLength);
    }

    private static void Check(string? text, string member, int maximum)
    {
        if (text is not null && text.Length > maximum)
        {
            throw new ValidationException(string.Create(
                CultureInfo.InvariantCulture,
                $"1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must have length less than or equal to {maximum}"));
        }
    }
}
