using System.Globalization;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Running;

namespace LocalBridge.Workflows.MapRuns.Results;

/// <summary>Tells of one child execution in the form of the service's result files. Input and output are texts there.</summary>
internal static class ChildReport
{
    internal static JsonValue Write(MapRunChild child, in MapRunOutcome outcome, string stateMachineArn)
    {
        ExecutionResult result = outcome.Result;
        string status = ExecutionStatusChange.ToWireName(result.Status);
        bool isRedrivable = result.Status != ExecutionStatus.Succeeded;
        var report = new JsonObjectBuilder(15);
        if (result.Cause is not null)
        {
            report["Cause"] = result.Cause;
        }

        if (result.Error is not null)
        {
            report["Error"] = result.Error;
        }

        report["ExecutionArn"] = child.Arn;
        WriteData(report, "Input", child.Input);
        report["Name"] = child.Name;
        if (!result.Output.IsUndefined)
        {
            WriteData(report, "Output", result.Output);
        }

        report["RedriveCount"] = 0;
        report["RedriveStatus"] = isRedrivable ? "REDRIVABLE_BY_MAP_RUN" : "NOT_REDRIVABLE";
        if (!isRedrivable)
        {
            report["RedriveStatusReason"] = $"Execution is {status} and cannot be redriven";
        }

        report["StartDate"] = Format(outcome.StartDate);
        report["StateMachineArn"] = stateMachineArn;
        report["Status"] = status;
        report["StopDate"] = Format(result.StopDate);
        return report.Build();
    }

    internal static JsonValue WritePending(MapRunChild child, string stateMachineArn)
    {
        var report = new JsonObjectBuilder(5);
        WriteData(report, "Input", child.Input);
        report["Name"] = child.Name;
        report["StateMachineArn"] = stateMachineArn;
        report["Status"] = "PENDING";
        return report.Build();
    }

    private static void WriteData(JsonObjectBuilder report, string name, JsonValue data)
    {
        report[name] = data.ToJson();
        var details = new JsonObjectBuilder(1);
        details["Included"] = true;
        report[name + "Details"] = details.Build();
    }

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
