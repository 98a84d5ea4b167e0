namespace LocalBridge.Storage;

/// <summary>Makes bytes of a value when a store asks for them.</summary>
internal abstract class PayloadEncoder
{
    internal abstract ReadOnlyMemory<byte> Encode(object value);
}
