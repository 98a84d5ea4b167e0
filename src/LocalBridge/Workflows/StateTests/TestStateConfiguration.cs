using LocalBridge.Json;

namespace LocalBridge.Workflows.StateTests;

/// <summary>Represents how far a mocked state has come before the test (<c>TestStateConfiguration</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record TestStateConfiguration
{
    /// <summary>Gets how often the retrier that the mocked error meets has been used; <see langword="null"/> for never.</summary>
    public int? RetrierRetryCount { get; init; }

    /// <summary>Gets the name of the state inside of a Map or Parallel state from which the mocked error comes; <see langword="null"/> for none.</summary>
    public string? ErrorCausedByState { get; init; }

    /// <summary>Gets how many iterations of a Map state failed; <see langword="null"/> when it does not matter.</summary>
    public int? MapIterationFailureCount { get; init; }

    /// <summary>Gets what the item reader of a Map state reads; undefined when it does not matter.</summary>
    public JsonValue MapItemReaderData { get; init; }
}
