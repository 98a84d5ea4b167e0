using System.Security.Cryptography;

namespace LocalBridge.Json.Jsonata.Evaluating;

/// <summary>Gives random numbers: from the source an evaluation is given, from a seed, or from the process.</summary>
internal sealed class RandomBits(Func<ulong>? source, long? seed)
{
    // The increment of SplitMix64, a generator whose whole state is one number.
    private const ulong Increment = 0x9E37_79B9_7F4A_7C15;

    private ulong _state = seed is { } number ? unchecked((ulong)number) : BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    internal ulong Next()
    {
        if (source is not null)
        {
            return source();
        }

        unchecked
        {
            _state += Increment;
            ulong bits = _state;
            bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
            return bits ^ (bits >> 31);
        }
    }

    /// <summary>Returns a number from zero up to, but not including, one.</summary>
    internal double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));
}
