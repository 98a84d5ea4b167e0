using System.Buffers;

namespace LocalBridge.Storage;

/// <summary>Writes and reads one kind of value as the bytes of a payload.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal abstract class PayloadFormat<T>
{
    /// <summary>Gets or sets what encodes without a protector.</summary>
    internal PayloadEncoder? PlainEncoder { get; set; }

    /// <summary>Writes at least one byte.</summary>
    internal abstract void Write(T value, IBufferWriter<byte> output);

    /// <exception cref="StorageFormatException">The bytes are damaged or of a later version.</exception>
    internal abstract T Read(ReadOnlyMemory<byte> bytes);
}
