namespace LocalBridge.EventPatterns.Operators;

/// <summary>The pairs of bytes a text holds, one bit for those that share a hash: a text without all the bits of another cannot hold it.</summary>
internal static class TextSignature
{
    /// <summary>Longer texts have nearly all bits anyway.</summary>
    private const int LongestText = 256;

    public static ulong Of(ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestText)
        {
            return ulong.MaxValue;
        }

        ulong signature = 0;
        for (int i = 0; i + 1 < text.Length; i++)
        {
            int hash = (text[i] * 7) + (text[i + 1] * 31);
            signature |= (1UL << (hash & 63)) | (1UL << (((hash * 11) >> 3) & 63));
        }

        return signature;
    }
}
