using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace LocalBridge.Json.Reading;

/// <summary>Turns JSON text held as a string into UTF-8; a lone surrogate, which UTF-8 cannot say, becomes its JSON escape.</summary>
internal static class Utf16JsonText
{
    // A lone surrogate takes six bytes, every other code unit at most three.
    private const int LongestEscape = 6;
    private const int LongestCharacter = 3;

    internal static int MaximumLength(string json) =>
        checked(json.Length * (json.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? LongestEscape : LongestCharacter));

    internal static int Encode(string json, Span<byte> utf8)
    {
        ReadOnlySpan<char> rest = json;
        int length = 0;
        while (true)
        {
            OperationStatus status = Utf8.FromUtf16(rest, utf8[length..], out int read, out int written, replaceInvalidSequences: false);
            length += written;
            if (status == OperationStatus.Done)
            {
                return length;
            }

            utf8[length] = (byte)'\\';
            utf8[length + 1] = (byte)'u';
            ((ushort)rest[read]).TryFormat(utf8[(length + 2)..], out int digits, "X4", CultureInfo.InvariantCulture);
            length += digits + 2;
            rest = rest[(read + 1)..];
        }
    }

    /// <summary>Returns the character offset of an error found in the UTF-8 text, from its line and column.</summary>
    internal static int OffsetOf(string json, JsonParseError error)
    {
        int lineAt = 0;
        for (int line = 1; line < error.Line; line++)
        {
            lineAt = json.IndexOf('\n', lineAt) + 1;
        }

        return Math.Min(json.Length, lineAt + error.Column - 1);
    }
}
