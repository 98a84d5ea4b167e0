using System.Buffers;
using System.Text;

namespace LocalBridge.Json.Jsonata.Strings;

/// <summary>$base64encode and $base64decode: over bytes, one for each UTF-16 unit, as the reference does; not over UTF-8.</summary>
internal static class Base64Text
{
    /// <summary>Encodes the low byte of each UTF-16 unit.</summary>
    internal static string Encode(string text)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            rented[i] = unchecked((byte)text[i]);
        }

        string result = Convert.ToBase64String(rented, 0, text.Length);
        ArrayPool<byte>.Shared.Return(rented);
        return result;
    }

    /// <summary>Decodes as leniently as the reference: both alphabets, foreign characters skipped, the end at the first sign of padding.</summary>
    internal static string Decode(string text)
    {
        var result = new StringBuilder(text.Length / 4 * 3);
        int bits = 0;
        int count = 0;
        foreach (char character in text)
        {
            // Only the low byte is looked at.
            byte low = unchecked((byte)character);
            if (low == '=')
            {
                break;
            }

            int value = ValueOf((char)low);
            if (value < 0)
            {
                continue;
            }

            bits = ((bits << 6) | value) & 0xFFFF;
            count += 6;
            if (count >= 8)
            {
                count -= 8;
                result.Append((char)((bits >> count) & 0xFF));
            }
        }

        return result.ToString();
    }

    private static int ValueOf(char character) => character switch
    {
        >= 'A' and <= 'Z' => character - 'A',
        >= 'a' and <= 'z' => character - 'a' + 26,
        >= '0' and <= '9' => character - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => -1,
    };
}
