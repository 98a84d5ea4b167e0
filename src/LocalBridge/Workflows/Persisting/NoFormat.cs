using System.Buffers;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Persisting;

/// <summary>The format of what only storage within the process gets, which never asks for bytes.</summary>
internal sealed class NoFormat<T> : PayloadFormat<T>
{
    internal static NoFormat<T> Instance { get; } = new();

    internal override void Write(T value, IBufferWriter<byte> output) => throw NotDurable();

    internal override T Read(ReadOnlyMemory<byte> bytes) => throw NotDurable();

    private static InvalidOperationException NotDurable() =>
        new("The storage says that it is not durable (IsDurable), and asks for bytes nevertheless. It must keep payloads as they are.");
}
