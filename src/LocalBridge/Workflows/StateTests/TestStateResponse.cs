using LocalBridge.Json;
using LocalBridge.StatesLanguage.Inspecting;

namespace LocalBridge.Workflows.StateTests;

/// <summary>Represents how the test of a state ended (<c>TestStateOutput</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record TestStateResponse
{
    /// <summary>Gets how it ended.</summary>
    public required TestExecutionStatus Status { get; init; }

    /// <summary>Gets the output; undefined when the state was not left.</summary>
    public JsonValue Output { get; init; }

    /// <summary>Gets the error name, if there was an error.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the cause, if there was an error that has one.</summary>
    public string? Cause { get; init; }

    /// <summary>Gets the name of the state that would be next; <see langword="null"/> for none.</summary>
    public string? NextState { get; init; }

    /// <summary>Gets what the data looked like on its way; <see langword="null"/> at the level <see cref="InspectionLevel.Info"/>.</summary>
    public InspectionData? InspectionData { get; init; }
}
