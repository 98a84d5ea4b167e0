using System.Text.Json;
using System.Text.RegularExpressions;
using LocalBridge.Conformance.Corpora;

namespace LocalBridge.Conformance.Running.StepFunctions.Scenarios;

/// <summary>Finds the names that a case gives to its state machine and execution by naming their ARNs.</summary>
internal static partial class StateMachineNames
{
    /// <summary>Returns the name of the state machine; <see langword="null"/> when the case leaves it to the runner.</summary>
    public static string? Find(JsonElement @case, JsonElement expect)
    {
        if (ExecutionArnIn(expect) is { } execution)
        {
            return execution.Groups[1].Value;
        }

        // The pattern of an event rule names the state machine whose status changes it waits for.
        JsonElement rules = @case.Member("resources").Member("eventRules");
        Match match = rules.ValueKind == JsonValueKind.Array ? StateMachineArn().Match(rules.GetRawText()) : Match.Empty;
        return match.Success ? match.Groups[1].Value : null;
    }

    /// <summary>Returns the name of the execution; <see langword="null"/> when the case leaves it to the runner.</summary>
    public static string? FindExecution(JsonElement expect) => ExecutionArnIn(expect)?.Groups[2].Value;

    // A description of the execution names it, with placeholders where the case leaves the names open.
    private static Match? ExecutionArnIn(JsonElement expect)
    {
        JsonElement extras = expect.Member("extras");
        return extras.ValueKind != JsonValueKind.Object
            ? null
            : extras.EnumerateObject()
                .Select(static extra => ExecutionArn().Match(extra.Value.Text("executionArn") ?? string.Empty))
                .FirstOrDefault(static match => match.Success);
    }

    [GeneratedRegex("""arn:aws:states:[^:"]*:[^:"]*:stateMachine:([^:"<>]+)""")]
    private static partial Regex StateMachineArn();

    [GeneratedRegex("^arn:aws:states:[^:]*:[^:]*:execution:([^:<>]+):([^:<>]+)$")]
    private static partial Regex ExecutionArn();
}
