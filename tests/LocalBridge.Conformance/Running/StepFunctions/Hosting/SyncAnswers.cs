using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Comparing.Executions;
using LocalBridge.Workflows;

namespace LocalBridge.Conformance.Running.StepFunctions.Hosting;

/// <summary>Turns what the library says about a synchronous execution into the form of the AWS API.</summary>
internal static class SyncAnswers
{
    public static ExecutionAnswer Describe(SyncExecution execution)
    {
        string status = ExecutionAnswers.StatusName(execution.Status);
        var answer = new JsonObject
        {
            ["executionArn"] = execution.ExecutionArn,
            ["stateMachineArn"] = execution.StateMachineArn,
            ["name"] = execution.Name,
            ["startDate"] = execution.StartDate.ToString("O"),
            ["stopDate"] = execution.StopDate.ToString("O"),
            ["status"] = status,
            ["input"] = execution.Input.ToJson(),
            ["inputDetails"] = new JsonObject { ["included"] = true },
            ["outputDetails"] = new JsonObject { ["included"] = true },
            ["billingDetails"] = new JsonObject
            {
                ["billedDurationInMilliseconds"] = execution.BilledDuration.TotalMilliseconds,
                ["billedMemoryUsedInMB"] = execution.BilledMemoryMegabytes,
            },
        };
        string? output = execution.Output.IsUndefined ? null : execution.Output.ToJson();
        Add(answer, "output", output);
        Add(answer, "error", execution.Error);
        Add(answer, "cause", execution.Cause);
        return new ExecutionAnswer
        {
            Status = status,
            Output = output,
            Error = execution.Error,
            Cause = execution.Cause,
            Extras = ImmutableDictionary<string, JsonElement>.Empty.Add("syncResponse", JsonTexts.Parse(answer.ToJsonString())),
        };
    }

    private static void Add(JsonObject answer, string name, string? value)
    {
        if (value is not null)
        {
            answer[name] = value;
        }
    }
}
