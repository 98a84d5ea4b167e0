using System.Collections.Immutable;
using System.Text.Json;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora;

namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>Represents what one attempt at a task answered in the recording.</summary>
/// <param name="State">The Task state.</param>
/// <param name="Resource">What it called.</param>
/// <param name="Request">What it was asked.</param>
/// <param name="Outcome">The steps of the answer in order.</param>
internal sealed record ScriptEntry(string State, string Resource, JsonElement Request, ImmutableArray<OutcomeStep> Outcome)
{
    /// <summary>Reads an entry.</summary>
    public static ScriptEntry Read(JsonElement entry) => new(
        entry.RequiredText("state"),
        entry.RequiredText("resource"),
        entry.Member("request"),
        [.. entry.GetProperty("outcome").EnumerateArray().Select(OutcomeStep.Read)]);

    /// <summary>Returns the entry with the placeholders in its answer replaced by what they stand for, where that is known.</summary>
    public ScriptEntry Fill(PlaceholderScope scope) =>
        this with { Outcome = [.. Outcome.Select(step => step with { Value = scope.Fill(step.Value) })] };
}
