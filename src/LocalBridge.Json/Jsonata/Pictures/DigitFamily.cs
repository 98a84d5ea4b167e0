namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Knows the families of ten decimal digits that a picture may use instead of 0 to 9.</summary>
internal static class DigitFamily
{
    internal const int Ascii = '0';

    private static readonly int[] Zeros =
    [
        Ascii, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090,
        0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    ];

    /// <summary>Returns the zero of the family a code point belongs to, or -1 where it is no digit.</summary>
    internal static int ZeroOf(int codePoint)
    {
        foreach (int zero in Zeros)
        {
            if (codePoint >= zero && codePoint <= zero + 9)
            {
                return zero;
            }
        }

        return -1;
    }
}
