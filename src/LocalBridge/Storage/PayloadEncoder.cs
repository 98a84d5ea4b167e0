using System.Buffers;

namespace LocalBridge.Storage;

/// <summary>Makes bytes of a value when a store asks for them.</summary>
internal abstract class PayloadEncoder
{
    internal abstract void Encode(object value, IBufferWriter<byte> output);
}
