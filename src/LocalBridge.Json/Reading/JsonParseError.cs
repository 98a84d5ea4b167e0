namespace LocalBridge.Json.Reading;

/// <summary>Represents the first fault of a text that is not JSON.</summary>
/// <param name="Message">What was found and what was expected, without the place.</param>
/// <param name="Offset">The place, counted from zero: in bytes where UTF-8 was read, in characters where a string was read.</param>
/// <param name="Line">The line, counted from one.</param>
/// <param name="Column">The character in the line, counted from one.</param>
/// <remarks>This type is immutable and safe to use from many threads at once.</remarks>
public sealed record JsonParseError(string Message, int Offset, int Line, int Column)
{
    /// <summary>Returns the place and the message.</summary>
    /// <returns>For example <c>Line 2, column 7: Expected ',' or '}', but found 'x'.</c></returns>
    public override string ToString() => $"Line {Line}, column {Column}: {Message}";
}
