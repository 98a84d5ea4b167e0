using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Comparing.Executions;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows;

namespace LocalBridge.Conformance.Running.StepFunctions.Hosting;

/// <summary>Turns what the library says about an execution into the form of the AWS API.</summary>
internal static class ExecutionAnswers
{
    /// <summary>Asks for the execution and its history.</summary>
    public static async Task<ExecutionAnswer> ReadAsync(IStateMachines stateMachines, string executionArn, CancellationToken cancellationToken)
    {
        ExecutionDescription description = await stateMachines.DescribeAsync(executionArn, cancellationToken);
        List<JsonElement> history = [];
        string? nextToken = null;
        do
        {
            var options = new GetHistoryOptions { MaxResults = 1000, NextToken = nextToken };
            HistoryPage page = await stateMachines.GetHistoryAsync(executionArn, options, cancellationToken);
            history.AddRange(page.Events.Select(static (HistoryEvent entry) => JsonTexts.Parse(entry.ToJson().ToJson())));
            nextToken = page.NextToken;
        }
        while (nextToken is not null);

        JsonElement described = Describe(description);
        return new ExecutionAnswer
        {
            Status = StatusName(description.Status),
            Output = description.Output.IsUndefined ? null : description.Output.ToJson(),
            Error = description.Error,
            Cause = description.Cause,
            History = [.. history],
            Extras = ImmutableDictionary<string, JsonElement>.Empty
                .Add("describe_execution", described)
                .Add("describe_execution_response", described),
        };
    }

    private static JsonElement Describe(ExecutionDescription description)
    {
        var answer = new JsonObject
        {
            ["executionArn"] = description.ExecutionArn,
            ["stateMachineArn"] = description.StateMachineArn,
            ["name"] = description.Name,
            ["status"] = StatusName(description.Status),
            ["startDate"] = EpochSeconds(description.StartDate),
            ["input"] = description.Input.ToJson(),
            ["inputDetails"] = new JsonObject { ["included"] = true },
        };
        answer["redriveCount"] = description.RedriveCount;
        answer["redriveStatus"] = description.RedriveStatus == RedriveStatus.Redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE";
        if (description.RedriveStatusReason is { } reason)
        {
            answer["redriveStatusReason"] = reason;
        }

        if (description.StopDate is { } stopDate)
        {
            answer["stopDate"] = EpochSeconds(stopDate);
        }

        if (!description.Output.IsUndefined)
        {
            answer["output"] = description.Output.ToJson();
            answer["outputDetails"] = new JsonObject { ["included"] = true };
        }

        if (description.Error is { } error)
        {
            answer["error"] = error;
        }

        if (description.Cause is { } cause)
        {
            answer["cause"] = cause;
        }

        return JsonTexts.Parse(answer.ToJsonString());
    }

    private static double EpochSeconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    internal static string StatusName(ExecutionStatus status) => status switch
    {
        ExecutionStatus.TimedOut => "TIMED_OUT",
        ExecutionStatus.PendingRedrive => "PENDING_REDRIVE",
        _ => status.ToString().ToUpperInvariant(),
    };
}
