using System.Threading.Channels;

namespace LocalBridge.Tests.Support;

/// <summary>What a handler was given, in order; tests wait for it instead of sleeping.</summary>
internal sealed class Received<T>
{
    private readonly Channel<T> _items = Channel.CreateUnbounded<T>();

    private int _count;

    internal int Count => Volatile.Read(ref _count);

    internal ValueTask Add(T item, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _count);
        _items.Writer.TryWrite(item);
        return ValueTask.CompletedTask;
    }

    internal ValueTask<T> NextAsync(CancellationToken cancellationToken) => _items.Reader.ReadAsync(cancellationToken);

    internal async Task<T[]> NextAsync(int count, CancellationToken cancellationToken)
    {
        var items = new T[count];
        for (int index = 0; index < count; index++)
            items[index] = await _items.Reader.ReadAsync(cancellationToken);
        return items;
    }
}
