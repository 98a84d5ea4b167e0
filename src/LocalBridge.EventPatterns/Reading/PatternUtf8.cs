using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace LocalBridge.EventPatterns.Reading;

/// <summary>Turns UTF-8 patterns into text: columns are counted in UTF-16 units, as EventBridge does.</summary>
internal static class PatternUtf8
{
    public static bool TryDecode(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out string? json, [NotNullWhen(false)] out EventPatternError? error)
    {
        if (!Utf8.IsValid(utf8))
        {
            json = null;
            error = new EventPatternError($"The bytes are not valid UTF-8: the sequence at byte offset {FirstInvalid(utf8)} cannot be decoded", null, null, "");
            return false;
        }

        json = Encoding.UTF8.GetString(utf8);
        error = null;
        return true;
    }

    /// <summary>The offset of the first byte that does not belong to a valid sequence.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        int offset = 0;
        while (offset < utf8.Length && Rune.DecodeFromUtf8(utf8[offset..], out _, out int consumed) == System.Buffers.OperationStatus.Done)
        {
            offset += consumed;
        }

        return offset;
    }
}
