using System.Text.Json;
using System.Text.RegularExpressions;
using LocalBridge.Conformance.Corpora;

namespace LocalBridge.Conformance.Running.StepFunctions.Scenarios;

/// <summary>Finds the name that a case gives to its state machine by naming its ARN.</summary>
internal static partial class StateMachineNames
{
    /// <summary>Returns the name; <see langword="null"/> when the case leaves it to the runner.</summary>
    public static string? Find(JsonElement @case)
    {
        // The pattern of an event rule names the state machine whose status changes it waits for.
        JsonElement rules = @case.Member("resources").Member("eventRules");
        return rules.ValueKind == JsonValueKind.Array ? NameIn(rules) : null;
    }

    /// <summary>Returns the first name of a state machine in the ARNs of a value.</summary>
    private static string? NameIn(JsonElement value) =>
        Arn().Match(value.GetRawText()) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("""arn:aws:states:[^:"]*:[^:"]*:stateMachine:([^:"<>]+)""")]
    private static partial Regex Arn();
}
