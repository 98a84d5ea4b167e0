namespace LocalBridge.Events;

/// <summary>What all events of one host share: where they come from, and the writer of their envelopes.</summary>
internal sealed class EventOrigin(string account, string region)
{
    internal string Account { get; } = account;

    internal string Region { get; } = region;

    internal EventEnvelopeWriter Writer { get; } = new();
}
