using System.Collections.Frozen;

namespace LocalBridge.Conformance.Comparing;

/// <summary>Knows the placeholders of the step-functions corpus that are exempt from "equal placeholders mean equal text".</summary>
internal static class StepFunctionsPlaceholders
{
    private static readonly FrozenSet<string> FreeNames = FrozenSet.Create(
        StringComparer.Ordinal,
        "date",
        "datetime",
        "timestamp",
        "start-date",
        "stop-date",
        "start-time",
        "entered-time",
        "RequestId",
        "x-amzn-RequestId",
        "X-Amzn-Trace-Id",
        "request_id");

    /// <summary>Returns whether the placeholder may stand for different texts within one case.</summary>
    public static bool IsFree(string name) =>
        FreeNames.Contains(name)
        || name.StartsWith("headers-", StringComparison.Ordinal)
        || name.StartsWith("ArnPart_", StringComparison.Ordinal)
        || name.StartsWith("ExecArnPart_", StringComparison.Ordinal);
}
