using LocalBridge.StatesLanguage.History;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Makes the details of history events from their stored fields.</summary>
internal static class HistoryDetailsReader
{
    /// <param name="kind">The number that <see cref="HistoryDetailsWriter.GetKind"/> has given.</param>
    /// <param name="stored">The fields.</param>
    internal static HistoryEventDetails Read(int kind, StoredDetails stored) => kind switch
    {
        1 => new StateEnteredEventDetails(stored.Name ?? string.Empty, stored.Data),
        2 => new StateExitedEventDetails(stored.Name ?? string.Empty, stored.Data, stored.Variables),
        3 => new ExecutionStartedEventDetails(stored.Data, stored.Resource ?? string.Empty),
        4 => new OutputEventDetails(stored.Data),
        5 => new FailureEventDetails(stored.Error, stored.Cause),
        6 => new LambdaFunctionScheduledEventDetails(stored.Resource ?? string.Empty, stored.Data, stored.Timeout, stored.Credentials),
        7 => new ActivityScheduledEventDetails(stored.Resource ?? string.Empty, stored.Data, stored.Timeout, stored.Heartbeat),
        8 => new ActivityStartedEventDetails(stored.Name),
        9 => new TaskScheduledEventDetails(
            stored.ResourceType ?? string.Empty,
            stored.Resource ?? string.Empty,
            stored.Region ?? string.Empty,
            stored.Data,
            stored.Timeout,
            stored.Heartbeat,
            stored.Credentials),
        10 => new TaskStartedEventDetails(stored.ResourceType ?? string.Empty, stored.Resource ?? string.Empty),
        11 => new TaskOutputEventDetails(stored.ResourceType ?? string.Empty, stored.Resource ?? string.Empty, stored.Data),
        12 => new TaskFailureEventDetails(stored.ResourceType ?? string.Empty, stored.Resource ?? string.Empty, stored.Error, stored.Cause),
        13 => new MapStateStartedEventDetails(stored.Number),
        14 => new MapIterationEventDetails(stored.Name ?? string.Empty, stored.Number),
        15 => new EvaluationFailedEventDetails(
            stored.Error ?? string.Empty, stored.Cause ?? string.Empty, stored.Location, stored.Name ?? string.Empty),
        16 => new ExecutionRedrivenEventDetails(stored.Number),
        17 => new MapRunStartedEventDetails(stored.Resource ?? string.Empty),
        18 => new MapRunRedrivenEventDetails(stored.Resource ?? string.Empty, stored.Number),
        _ => throw new CheckpointFormatException($"The stored history event has details of kind {kind}, which this version of LocalBridge does not know."),
    };
}
