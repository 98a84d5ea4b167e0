namespace LocalBridge.Json.Jsonata.Hosted;

/// <summary>$random(seed) of Step Functions: the first double of a java.util.Random generator with that seed.</summary>
internal static class JavaRandom
{
    private const long Multiplier = 0x5DEECE66D;
    private const long Increment = 0xB;
    private const long Mask = (1L << 48) - 1;

    internal static double FirstDouble(double seed)
    {
        long state = (ToInt64(seed) ^ Multiplier) & Mask;
        long high = Next(ref state, 26);
        long low = Next(ref state, 27);
        return ((high << 27) + low) * (1.0 / (1L << 53));
    }

    private static long Next(ref long state, int bits)
    {
        state = unchecked((state * Multiplier) + Increment) & Mask;
        return state >> (48 - bits);
    }

    // As Java casts: towards zero, the ends of the range for what lies outside, zero for what is no number.
    private static long ToInt64(double value) => double.IsNaN(value) ? 0
        : value >= long.MaxValue ? long.MaxValue
        : value <= long.MinValue ? long.MinValue
        : (long)value;
}
