using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace LocalBridge.Storage;

/// <summary>Represents a value that a store keeps without knowing what it means. It becomes bytes when the store asks for them; a store that lives
/// in the process keeps the payload itself and never asks.</summary>
/// <remarks>The bytes of a payload that was made by the runtime are valid only until the commit completes, because they are in a reused buffer and
/// what they are made of goes on changing. A store that keeps them copies them.</remarks>
[SuppressMessage("Performance", "CA1815", Justification = "Payloads are stored, never compared.")]
public readonly struct StoragePayload
{
    private readonly object? _value;
    private readonly PayloadEncoder? _encoder; // null when the payload is bytes already
    private readonly ReadOnlyMemory<byte> _bytes;

    internal StoragePayload(object value, PayloadEncoder encoder)
    {
        _value = value;
        _encoder = encoder;
    }

    private StoragePayload(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
    }

    /// <summary>Gets whether there is none. A payload is never zero bytes long.</summary>
    public bool IsEmpty => _value is null && _bytes.IsEmpty;

    /// <summary>Returns the payload that was stored as these bytes.</summary>
    /// <param name="bytes">The bytes; they must not change while the payload is used.</param>
    public static StoragePayload FromBytes(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>Returns the bytes; none when there is no payload. They must not be changed.</summary>
    public ReadOnlyMemory<byte> ToBytes()
    {
        if (_encoder is null)
        {
            return _bytes;
        }

        var buffer = new ArrayBufferWriter<byte>(256);
        _encoder.Encode(_value!, buffer);
        return buffer.WrittenMemory;
    }

    /// <summary>Writes the bytes, none when there is no payload: for a store that has a buffer for them.</summary>
    /// <param name="output">Where they go.</param>
    public void WriteTo(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (_encoder is null)
        {
            output.Write(_bytes.Span);
        }
        else
        {
            _encoder.Encode(_value!, output);
        }
    }

    /// <summary>Returns a payload that stays as it is when the commit has completed.</summary>
    internal StoragePayload Keep() => _value is not null || _bytes.IsEmpty ? this : new StoragePayload(_bytes.ToArray());

    /// <summary>Returns the value itself, if the payload has not been bytes meanwhile.</summary>
    internal bool TryGetValue<T>([NotNullWhen(true)] out T? value)
        where T : class
    {
        value = _value as T;
        return value is not null;
    }
}
