namespace LocalBridge.EventPatterns.Matching;

/// <summary>Words the errors of events.</summary>
internal static class EventError
{
    /// <summary>The depth at which EventBridge's own JSON parser gives up.</summary>
    public const int MaximumDepth = 1000;

    public static EventFormatException At(ReadOnlySpan<byte> data, int offset, string reason)
    {
        ReadOnlySpan<byte> before = data[..offset];
        int lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new EventFormatException(new EventFormatError(reason, offset, before.Count((byte)'\n') + 1, offset - lineStart + 1));
    }

    public static EventFormatException Unexpected(ReadOnlySpan<byte> data, int offset, string expected) =>
        At(data, Math.Min(offset, data.Length), offset < data.Length
            ? $"{Describe(data[offset])} was found where {expected} was expected"
            : $"the text ends where {expected} was expected");

    public static EventFormatException TooDeep(ReadOnlySpan<byte> data, int offset) =>
        At(data, offset, $"objects and arrays are nested deeper than {MaximumDepth} levels");

    public static string Describe(byte b) => b is > 0x20 and < 0x7F ? $"the character '{(char)b}'" : $"the byte 0x{b:X2}";
}
