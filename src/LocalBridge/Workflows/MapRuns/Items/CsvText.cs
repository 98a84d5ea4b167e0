using System.Text;

namespace LocalBridge.Workflows.MapRuns.Items;

/// <summary>Splits a CSV text into rows of fields (RFC 4180, and any delimiter). Empty lines are no rows.</summary>
internal ref struct CsvText(ReadOnlySpan<char> text, char delimiter)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly StringBuilder _quoted = new();
    private int _position;
    private int _row;

    /// <summary>Reads the next row.</summary>
    /// <param name="fields">Receives its fields; emptied first.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ItemReaderException">The text ends within quotes.</exception>
    internal bool TryReadRow(List<string> fields)
    {
        fields.Clear();
        SkipLineEnds();
        if (_position == _text.Length)
        {
            return false;
        }

        _row++;
        do
        {
            fields.Add(_position < _text.Length && _text[_position] == '"' ? ReadQuoted() : ReadPlain());
        }
        while (TrySkipDelimiter());
        return true;
    }

    private static bool IsLineEnd(char character) => character is '\n' or '\r';

    private void SkipLineEnds()
    {
        while (_position < _text.Length && IsLineEnd(_text[_position]))
        {
            _position++;
        }
    }

    private bool TrySkipDelimiter()
    {
        if (_position == _text.Length || _text[_position] != delimiter)
        {
            return false;
        }

        _position++;
        return true;
    }

    private string ReadPlain()
    {
        int length = _text[_position..].IndexOfAny(delimiter, '\n', '\r');
        ReadOnlySpan<char> field = length < 0 ? _text[_position..] : _text.Slice(_position, length);
        _position += field.Length;
        return field.ToString();
    }

    private string ReadQuoted()
    {
        int start = ++_position;
        _quoted.Clear();
        while (true)
        {
            int length = _text[_position..].IndexOf('"');
            if (length < 0)
            {
                throw new ItemReaderException($"The CSV text ends within the quotes that begin in row {_row} at character {start}.");
            }

            _quoted.Append(_text.Slice(_position, length));
            _position += length + 1;
            if (_position == _text.Length || _text[_position] != '"')
            {
                // What stands between the closing quote and the delimiter belongs to the field.
                _quoted.Append(ReadPlain());
                return _quoted.ToString();
            }

            _quoted.Append('"');
            _position++;
        }
    }
}
