using System.Buffers;

namespace LocalBridge.Storage;

/// <summary>Makes payloads and reads them, through the protector if there is one.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class PayloadCodec(IPayloadProtector? protector)
{
    /// <summary>Returns a payload that is encoded when somebody asks for its bytes.</summary>
    internal StoragePayload Lazy<T>(T value, PayloadFormat<T> format)
        where T : class
    {
        // Without a protector all codecs encode alike, and the format keeps its encoder: payloads of the in-memory storage cost nothing more.
        PayloadEncoder encoder = protector is null ? format.PlainEncoder ??= new Encoder<T>(this, format) : new Encoder<T>(this, format);
        return new StoragePayload(value, encoder);
    }

    /// <summary>Returns a payload of bytes that are there already.</summary>
    internal StoragePayload Of(ReadOnlyMemory<byte> bytes) => StoragePayload.FromBytes(protector is null ? bytes : Protect(bytes.Span));

    /// <summary>Reads a payload: the value itself if it has not been bytes meanwhile.</summary>
    internal T Read<T>(in StoragePayload payload, PayloadFormat<T> format)
        where T : class => payload.TryGetValue(out T? value) ? value : format.Read(ReadBytes(payload));

    /// <summary>Reads the bytes of a payload.</summary>
    internal ReadOnlyMemory<byte> ReadBytes(in StoragePayload payload)
    {
        ReadOnlyMemory<byte> bytes = payload.ToBytes();
        if (protector is null || bytes.IsEmpty)
        {
            return bytes;
        }

        var buffer = new ArrayBufferWriter<byte>(bytes.Length);
        protector.Unprotect(bytes.Span, buffer);
        return buffer.WrittenMemory;
    }

    private ReadOnlyMemory<byte> Protect(ReadOnlySpan<byte> bytes)
    {
        var buffer = new ArrayBufferWriter<byte>(bytes.Length + 64);
        protector!.Protect(bytes, buffer);
        return buffer.WrittenMemory;
    }

    private void Encode<T>(T value, PayloadFormat<T> format, IBufferWriter<byte> output)
    {
        if (protector is null)
        {
            format.Write(value, output);
            return;
        }

        var plain = new ArrayBufferWriter<byte>(256);
        format.Write(value, plain);
        protector.Protect(plain.WrittenSpan, output);
    }

    private sealed class Encoder<T>(PayloadCodec codec, PayloadFormat<T> format) : PayloadEncoder
        where T : class
    {
        internal override void Encode(object value, IBufferWriter<byte> output) => codec.Encode((T)value, format, output);
    }
}
