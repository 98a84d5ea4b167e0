using System.Buffers;
using System.Text;

namespace LocalBridge.Json.Jsonata.Strings;

/// <summary>$encodeUrl, $encodeUrlComponent and their opposites: encodeURI, encodeURIComponent, decodeURI and decodeURIComponent of ECMAScript.</summary>
internal static class UriCoding
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
    private const string Reserved = ";/?:@&=+$,#";

    private static readonly SearchValues<char> PlainInComponent = SearchValues.Create(Letters);
    private static readonly SearchValues<char> PlainInUri = SearchValues.Create(Letters + Reserved);

    internal static string Encode(string text) => Encode(text, PlainInUri, "encodeUrl");

    internal static string EncodeComponent(string text) => Encode(text, PlainInComponent, "encodeUrlComponent");

    internal static string Decode(string text) => Decode(text, Reserved, "decodeUrl");

    internal static string DecodeComponent(string text) => Decode(text, string.Empty, "decodeUrlComponent");

    private static string Encode(string text, SearchValues<char> plain, string function)
    {
        ReadOnlySpan<char> rest = text;
        if (!rest.ContainsAnyExcept(plain))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOfAnyExcept(plain);
            result.Append(end < 0 ? rest : rest[..end]);
            if (end < 0)
            {
                break;
            }

            rest = rest[end..];
            if (Rune.DecodeFromUtf16(rest, out Rune rune, out int consumed) != OperationStatus.Done)
            {
                throw LibraryFault.Create("D3140", text, function: function);
            }

            foreach (byte part in utf8[..rune.EncodeToUtf8(utf8)])
            {
                result.Append('%').Append(Convert.ToHexString([part]));
            }

            rest = rest[consumed..];
        }

        return result.ToString();
    }

    private static string Decode(string text, string kept, string function)
    {
        int at = text.IndexOf('%', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        int copied = 0;
        Span<byte> utf8 = stackalloc byte[4];
        while (at >= 0)
        {
            result.Append(text, copied, at - copied);
            int end = at;
            int wanted = 1;
            int count = 0;
            for (; count < wanted; count++, end += 3)
            {
                if (!TryReadByte(text, end, out utf8[count]))
                {
                    throw LibraryFault.Create("D3140", text, function: function);
                }

                wanted = count > 0 ? wanted : SequenceLength(utf8[0]);
            }

            if (Rune.DecodeFromUtf8(utf8[..count], out Rune rune, out int consumed) != OperationStatus.Done || consumed != count)
            {
                throw LibraryFault.Create("D3140", text, function: function);
            }

            if (rune.IsAscii && kept.Contains((char)rune.Value, StringComparison.Ordinal))
            {
                result.Append(text, at, end - at);
            }
            else
            {
                result.Append(rune.ToString());
            }

            copied = end;
            at = text.IndexOf('%', end);
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    private static int SequenceLength(byte first) => first switch
    {
        < 0xC0 => 1,
        < 0xE0 => 2,
        < 0xF0 => 3,
        _ => 4,
    };

    private static bool TryReadByte(string text, int at, out byte value)
    {
        value = 0;
        if (at + 2 >= text.Length || text[at] != '%' || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
        {
            return false;
        }

        value = Convert.FromHexString(text.AsSpan(at + 1, 2))[0];
        return true;
    }
}
