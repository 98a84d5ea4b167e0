using System.Globalization;

namespace LocalBridge.EventPatterns.Reading;

/// <summary>Reads a pattern's text token by token, and knows at every moment how far it has read: error locations depend on it.</summary>
/// <remarks>
/// EventBridge reports the position its parser had reached, and that parser is lazy and eager in particular ways, kept here: a string value is read no
/// further than its opening quote until somebody asks for its text, and a field name is reported only after the first token of its value was read
/// (the opening quote, brace or bracket, or a whole number or literal).
/// </remarks>
internal sealed partial class PatternLexer(string text, int? maximumDepth)
{
    internal const string ValidValue = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

    private readonly Stack<Container> _containers = new();
    private int _position;
    private int _tokenStart;
    private bool _stringPending;
    private bool _hasEntries;
    private string _tokenText = "";
    private PatternToken _afterName;

    /// <summary>The token read last.</summary>
    public PatternToken Current { get; private set; }

    /// <summary>The name of the field read last in the innermost open object.</summary>
    public string FieldName { get; private set; } = "";

    /// <summary>Offset of the first character not read yet.</summary>
    public int Position => _position;

    /// <summary>Offset of the current value's first character.</summary>
    public int TokenStart => _tokenStart;

    public PatternToken Next()
    {
        if (_afterName != PatternToken.None)
        {
            PatternToken value = _afterName;
            _afterName = PatternToken.None;
            return Current = Enter(value);
        }

        if (_stringPending)
        {
            ReadString();
        }

        SkipWhitespace();
        if (_position == text.Length)
        {
            return _containers.Count == 0 ? Current = PatternToken.EndOfText : throw EndInsideContainer();
        }

        char c = text[_position];
        if (c is '}' or ']')
        {
            return Current = Leave(c);
        }

        if (_containers.Count > 0 && _hasEntries)
        {
            ReadComma(c);
        }

        _hasEntries = true;
        if (_containers.Count > 0 && _containers.Peek().IsObject)
        {
            ReadFieldName();
            return Current = PatternToken.FieldName;
        }

        return Current = Enter(ReadValueStart());
    }

    /// <summary>The text of the current token, which is neither a field name nor the end of an object; for a string this reads it to its end.</summary>
    public string GetText()
    {
        if (_stringPending && Current == PatternToken.String)
        {
            ReadString();
        }

        return Current switch
        {
            PatternToken.StartObject => "{",
            PatternToken.StartArray => "[",
            PatternToken.EndArray => "]",
            PatternToken.True => "true",
            PatternToken.False => "false",
            PatternToken.Null => "null",
            _ => _tokenText,
        };
    }

    /// <summary>An error at the position reached, in the form of EventBridge.</summary>
    public PatternErrorException Error(string reason) => Error(reason, _position, "");

    /// <summary>The same where EventBridge's parser wraps the error of a list once more and so states the location twice.</summary>
    public PatternErrorException ListError(string reason) => Error(reason, _position, Location(_position));

    /// <summary>An error without a location.</summary>
    public static PatternErrorException ErrorWithoutLocation(string reason) => new(new EventPatternError(reason, null, null, ""));

    private PatternErrorException Error(string reason, int position, string furtherLocation)
    {
        (int line, int column) = LineAndColumn(position);
        return new PatternErrorException(new EventPatternError(reason, line, column, Location(position) + furtherLocation));
    }

    private string Location(int position)
    {
        (int line, int column) = LineAndColumn(position);
        return string.Create(CultureInfo.InvariantCulture, $"\n at {Source()}; line: {line}, column: {column}]");
    }

    /// <summary>The parser EventBridge uses shows no more than the first 500 characters of a text.</summary>
    private string Source()
    {
        const int Shown = 500;
        return text.Length <= Shown
            ? $"[Source: (String)\"{text}\""
            : string.Create(CultureInfo.InvariantCulture, $"[Source: (String)\"{text.AsSpan(0, Shown)}\"[truncated {text.Length - Shown} chars]");
    }

    private (int Line, int Column) LineAndColumn(int position)
    {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < position; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return (line, position - lineStart + 1);
    }

    private PatternToken Enter(PatternToken token)
    {
        if (token is PatternToken.StartObject or PatternToken.StartArray)
        {
            if (_containers.Count >= maximumDepth)
            {
                throw Error($"Objects and arrays are nested deeper than the limit of {maximumDepth}");
            }

            _containers.Push(new Container(token == PatternToken.StartObject, _position - 1));
            _hasEntries = false;
        }

        return token;
    }

    private PatternToken Leave(char closing)
    {
        bool isObject = closing == '}';
        if (_containers.Count == 0)
        {
            throw Unexpected(_position, $"expected a valid value {ValidValue}");
        }

        Container container = _containers.Peek();
        if (container.IsObject != isObject)
        {
            throw Error($"Unexpected close marker '{closing}': expected '{(container.IsObject ? '}' : ']')}'", _position, "");
        }

        _containers.Pop();
        _position++;
        _hasEntries = true;
        return isObject ? PatternToken.EndObject : PatternToken.EndArray;
    }

    private void ReadComma(char c)
    {
        if (c != ',')
        {
            throw Unexpected(_position, $"was expecting comma to separate {(_containers.Peek().IsObject ? "Object" : "Array")} entries");
        }

        _position++;
        SkipWhitespace();
        if (_position == text.Length)
        {
            throw EndInsideContainer();
        }
    }

    private PatternErrorException EndInsideContainer()
    {
        Container container = _containers.Peek();
        (int line, int column) = LineAndColumn(container.Start);
        string marker = string.Create(CultureInfo.InvariantCulture, $"start marker at {Source()}; line: {line}, column: {column}]");
        return Error($"Unexpected end-of-input: expected close marker for {(container.IsObject ? "Object" : "Array")} ({marker})");
    }

    private PatternErrorException Unexpected(int position, string expectation) =>
        Error($"Unexpected character ('{text[position]}' (code {(int)text[position]})): {expectation}", position, "");

    private readonly record struct Container(bool IsObject, int Start);
}
