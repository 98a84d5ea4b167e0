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
        "request_id",

        // Written in place of the ARN of every Map Run of a case, although each has an id of its own.
        "map_run_arn");

    /// <summary>Returns whether the placeholder may stand for different texts within one case.</summary>
    public static bool IsFree(string name) =>
        FreeNames.Contains(name)
        || name.StartsWith("headers-", StringComparison.Ordinal)
        || name.StartsWith("ArnPart_", StringComparison.Ordinal)
        || name.StartsWith("ExecArnPart_", StringComparison.Ordinal);

    /// <summary>Returns whether the placeholder stands for a date. The recorder put it in place of every value of such a member, also of the null
    /// that is the stop date of what still runs.</summary>
    public static bool IsDate(string name) => name.EndsWith("-date", StringComparison.Ordinal);
}
