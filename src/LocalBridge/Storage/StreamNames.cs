namespace LocalBridge.Storage;

/// <summary>Names the streams of entries. To a store they are just texts; a new stream needs no change in it.</summary>
internal static class StreamNames
{
    /// <summary>Accepted events with what is still to be delivered of them.</summary>
    internal const string Deliveries = "deliveries";

    /// <summary>Dead letters that their queues do not have yet.</summary>
    internal const string DeadLetters = "dead-letters";
}
