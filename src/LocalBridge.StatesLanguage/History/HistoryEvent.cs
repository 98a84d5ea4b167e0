using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents one entry in the history of an execution, as <c>GetExecutionHistory</c> of AWS Step Functions returns it.</summary>
/// <remarks>Instances are immutable and safe for use from any thread.</remarks>
/// <param name="Id">The number of the event in its execution, counted from 1 without gaps.</param>
/// <param name="PreviousEventId">The event that caused this one; 0 for the first two events. Branches and iterations form a tree.</param>
/// <param name="Type">What happened.</param>
/// <param name="Timestamp">When it happened, in UTC.</param>
/// <param name="Details">What is known about it; <see langword="null"/> for the types that carry nothing.</param>
public sealed record HistoryEvent(
    long Id,
    long PreviousEventId,
    HistoryEventType Type,
    DateTimeOffset Timestamp,
    HistoryEventDetails? Details)
{
    /// <summary>Returns the event in the form of the AWS API, in which <c>input</c> and <c>output</c> are JSON texts and
    /// <c>timestamp</c> is in epoch seconds.</summary>
    /// <returns>A JSON object.</returns>
    public JsonValue ToJson() => HistoryEventWriter.Write(this);
}
