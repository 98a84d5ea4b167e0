namespace LocalBridge.EventPatterns.Automata;

/// <summary>A table from byte strings to sinks.</summary>
internal interface IKeyTable
{
    int Count { get; }

    int Find(ReadOnlySpan<byte> key);

    void Set(ReadOnlySpan<byte> key, int value);

    void Remove(ReadOnlySpan<byte> key);
}
