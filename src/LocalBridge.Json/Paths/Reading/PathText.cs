namespace LocalBridge.Json.Paths.Reading;

/// <summary>Holds the text of a path, how far it is read, and the first fault found.</summary>
internal sealed class PathText(string text, int start, int end)
{
    /// <summary>Gets the whole text; positions count from its beginning, also in a path inside a filter.</summary>
    internal string Text { get; } = text;

    internal int Position { get; set; } = start;

    /// <summary>Gets the character after the last one that belongs to the path.</summary>
    internal int End { get; } = end;

    internal JsonPathError? Error { get; private set; }

    internal bool IsAtEnd => Position >= End;

    /// <summary>Gets the next character, or zero at the end.</summary>
    internal char Current => Position < End ? Text[Position] : '\0';

    internal bool StartsWith(string wanted) => Text.AsSpan(Position, End - Position).StartsWith(wanted, StringComparison.Ordinal);

    internal bool TryTake(char wanted)
    {
        if (IsAtEnd || Current != wanted)
        {
            return false;
        }

        Position++;
        return true;
    }

    internal void SkipBlanks()
    {
        while (!IsAtEnd && Current == ' ')
        {
            Position++;
        }
    }

    /// <summary>Records the fault at a character; the result is always null, the failed step.</summary>
    internal T? Fail<T>(string message, int? position = null)
        where T : class
    {
        Error ??= new JsonPathError(JsonPathErrorKind.Syntax, message, position ?? Position);
        return null;
    }

    internal void Fail(JsonPathError error) => Error ??= error;

    /// <summary>Describes the next character for a message.</summary>
    internal string Found() => IsAtEnd ? "the text ends" : $"found '{Current}'";
}
