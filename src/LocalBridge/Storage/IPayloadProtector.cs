using System.Buffers;

namespace LocalBridge.Storage;

/// <summary>Protects what is stored: inputs, outputs, events, definitions and everything else a store keeps as a payload, for example by encrypting it.</summary>
/// <remarks>
/// <para>Keys (ARNs, names, ids), times, versions and status are not protected: the store works with them.</para>
/// <para>Implementations are safe for use from any thread. What was protected once must stay readable: an implementation that changes its key keeps
/// the old one for reading, and marks what it writes.</para>
/// </remarks>
public interface IPayloadProtector
{
    /// <summary>Writes the protected form of a payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="destination">Where to write.</param>
    void Protect(ReadOnlySpan<byte> payload, IBufferWriter<byte> destination);

    /// <summary>Writes the payload of a protected form.</summary>
    /// <param name="protectedPayload">What <see cref="Protect"/> has written.</param>
    /// <param name="destination">Where to write.</param>
    void Unprotect(ReadOnlySpan<byte> protectedPayload, IBufferWriter<byte> destination);
}
