using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Persisting;

namespace LocalBridge.Workflows.Running;

/// <summary>Writes the detail of a "Step Functions Execution Status Change" event ("Automating Step Functions event delivery with EventBridge").</summary>
internal static class ExecutionStatusChange
{
    /// <summary>The <c>source</c> of the events.</summary>
    internal const string Source = "aws.states";

    /// <summary>The <c>detail-type</c> of the events.</summary>
    internal const string DetailType = "Step Functions Execution Status Change";

    /// <summary>Input and output over 248 KiB are left out.</summary>
    private const int MaximumDataLength = 248 * 1024;

    internal static JsonValue WriteDetail(ExecutionRecord execution)
    {
        string status = ToWireName(execution.Status);
        bool isRedrivable = execution.Status is ExecutionStatus.Failed or ExecutionStatus.TimedOut or ExecutionStatus.Aborted;
        var detail = new JsonObjectBuilder(21);
        detail["executionArn"] = execution.ExecutionArn;
        detail["stateMachineArn"] = execution.StateMachineArn;
        detail["name"] = execution.Name;
        detail["status"] = status;
        detail["startDate"] = execution.StartDate.ToUnixTimeMilliseconds();
        detail["stopDate"] = execution.StopDate is DateTimeOffset stopDate ? stopDate.ToUnixTimeMilliseconds() : JsonValue.Null;
        WriteData(detail, "input", execution.Input);
        WriteData(detail, "output", execution.Output);
        detail["stateMachineVersionArn"] = JsonValue.Null;
        detail["stateMachineAliasArn"] = JsonValue.Null;
        detail["redriveCount"] = 0;
        detail["redriveDate"] = JsonValue.Null;
        detail["redriveStatus"] = isRedrivable ? "REDRIVABLE" : "NOT_REDRIVABLE";
        detail["redriveStatusReason"] = isRedrivable ? JsonValue.Null : $"Execution is {status} and cannot be redriven";
        detail["error"] = execution.Error;
        detail["cause"] = execution.Cause;
        return detail.Build();
    }

    internal static string ToWireName(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => "RUNNING",
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        ExecutionStatus.Aborted => "ABORTED",
        _ => "PENDING_REDRIVE",
    };

    private static void WriteData(JsonObjectBuilder detail, string name, JsonValue data)
    {
        if (data.IsUndefined)
        {
            detail[name] = JsonValue.Null;
            detail[name + "Details"] = JsonValue.Null;
            return;
        }

        // Differs from AWS in nothing but the moment: the service, too, carries the data as a text.
        string text = data.ToJson();
        bool isIncluded = text.Length <= MaximumDataLength;
        detail[name] = isIncluded ? text : JsonValue.Null;
        var details = new JsonObjectBuilder(1);
        details["included"] = isIncluded;
        detail[name + "Details"] = details.Build();
    }
}
