using System.Collections.Immutable;

namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Reads a regular expression by the grammar of ECMAScript without the flag <c>u</c>, with the additions of its annex B.</summary>
internal sealed class PatternReader
{
    private const int DeepestNesting = 200;

    private readonly string _text;
    private readonly bool _ignoresCase;
    private readonly PatternGroups _groups;
    private int _at;
    private int _captures;
    private int _depth;

    private PatternReader(string text, bool ignoresCase)
    {
        _text = text;
        _ignoresCase = ignoresCase;
        _groups = PatternGroups.Find(text);
    }

    /// <exception cref="JsonataException">S0303: the expression is faulty.</exception>
    internal static PatternNode Read(string text, bool ignoresCase)
    {
        var reader = new PatternReader(text, ignoresCase);
        PatternNode node = reader.ReadChoice();
        return reader._at == text.Length ? node : throw reader.Fault("Unmatched ')'");
    }

    private PatternNode ReadChoice()
    {
        if (++_depth > DeepestNesting)
        {
            throw Fault("Too many nested groups");
        }

        ImmutableArray<PatternNode>.Builder options = ImmutableArray.CreateBuilder<PatternNode>();
        options.Add(ReadSequence());
        while (TrySkip('|'))
        {
            options.Add(ReadSequence());
        }

        _depth--;
        return options.Count == 1 ? options[0] : new ChoiceNode(options.ToImmutable());
    }

    private SequenceNode ReadSequence()
    {
        ImmutableArray<PatternNode>.Builder parts = ImmutableArray.CreateBuilder<PatternNode>();
        while (_at < _text.Length && _text[_at] is not ('|' or ')'))
        {
            parts.Add(ReadTerm());
        }

        return new SequenceNode(parts.ToImmutable());
    }

    private PatternNode ReadTerm()
    {
        char first = _text[_at++];
        switch (first)
        {
            case '^':
                return new PlaceNode(PatternPlace.Start);
            case '$':
                return new PlaceNode(PatternPlace.End);
            case '*' or '+' or '?':
                throw Fault("Nothing to repeat");
            case '{' when IsQuantifier(_at - 1):
                throw Fault("Nothing to repeat");
            case '(':
                PatternNode group = ReadGroup();
                return group is LookNode { IsBehind: true } ? group : ReadQuantifier(group);
            case '[':
                return ReadQuantifier(Set(new ClassReader(_text, _groups.HasNames, Fault).Read(ref _at, _ignoresCase)));
            case '.':
                return ReadQuantifier(new SetNode(CharacterSet.AnyButLineEnds));
            case '\\':
                PatternNode escape = ReadEscape();
                return escape is PlaceNode ? escape : ReadQuantifier(escape);
            default:
                return ReadQuantifier(Character(first));
        }
    }

    private PatternNode ReadGroup()
    {
        if (!TrySkip('?'))
        {
            return ReadCapture();
        }

        if (TrySkip(':'))
        {
            PatternNode body = ReadChoice();
            Expect(')');
            return body;
        }

        bool isBehind = TrySkip('<');
        if (_at < _text.Length && _text[_at] is '=' or '!')
        {
            bool isNegative = _text[_at++] == '!';
            PatternNode body = ReadChoice();
            Expect(')');
            return new LookNode(body, isBehind, isNegative);
        }

        if (!isBehind)
        {
            throw Fault("Invalid group");
        }

        // The name was checked when the groups were counted.
        _at = _text.IndexOf('>', _at) + 1;
        return ReadCapture();
    }

    private CaptureNode ReadCapture()
    {
        int number = ++_captures;
        PatternNode body = ReadChoice();
        Expect(')');
        return new CaptureNode(number, body);
    }

    private PatternNode ReadQuantifier(PatternNode body)
    {
        if (_at == _text.Length)
        {
            return body;
        }

        (int minimum, int maximum) = (0, RepeatNode.Unbounded);
        switch (_text[_at])
        {
            case '*':
                _at++;
                break;
            case '+':
                _at++;
                minimum = 1;
                break;
            case '?':
                _at++;
                maximum = 1;
                break;
            case '{' when IsQuantifier(_at):
                (minimum, maximum) = ReadBounds();
                break;
            default:
                return body;
        }

        return new RepeatNode(body, minimum, maximum, TrySkip('?'));
    }

    private (int Minimum, int Maximum) ReadBounds()
    {
        _at++;
        int minimum = ReadNumber();
        int maximum = minimum;
        if (TrySkip(','))
        {
            maximum = _text[_at] == '}' ? RepeatNode.Unbounded : ReadNumber();
        }

        _at++;
        return maximum >= minimum ? (minimum, maximum) : throw Fault("Numbers out of order in {} quantifier");
    }

    private bool IsQuantifier(int at)
    {
        int digits = SkipDigits(at + 1);
        if (digits == at + 1)
        {
            return false;
        }

        int end = digits < _text.Length && _text[digits] == ',' ? SkipDigits(digits + 1) : digits;
        return end < _text.Length && _text[end] == '}';
    }

    private int SkipDigits(int at)
    {
        while (at < _text.Length && char.IsAsciiDigit(_text[at]))
        {
            at++;
        }

        return at;
    }

    private int ReadNumber()
    {
        int start = _at;
        _at = SkipDigits(_at);
        return int.TryParse(_text.AsSpan(start, _at - start), out int number) ? number : RepeatNode.Unbounded;
    }

    private PatternNode ReadEscape()
    {
        if (_at == _text.Length)
        {
            throw Fault("\\ at end of pattern");
        }

        switch (_text[_at])
        {
            case 'b':
                _at++;
                return new PlaceNode(PatternPlace.WordBoundary);
            case 'B':
                _at++;
                return new PlaceNode(PatternPlace.NoWordBoundary);
            case 'k' when _groups.HasNames:
                return ReadNamedReference();
            case >= '1' and <= '9':
                int end = SkipDigits(_at);
                if (int.TryParse(_text.AsSpan(_at, end - _at), out int number) && number <= _groups.Count)
                {
                    _at = end;
                    return new BackreferenceNode(number);
                }

                break;
        }

        return EscapeReader.TryReadClass(_text, ref _at) is { } set ? Set(set) : Character(EscapeReader.ReadCharacter(_text, ref _at));
    }

    private BackreferenceNode ReadNamedReference()
    {
        int end = _text.IndexOf('>', _at);
        if (_at + 1 >= _text.Length || _text[_at + 1] != '<' || end < 0)
        {
            throw Fault("Invalid named reference");
        }

        string name = _text[(_at + 2)..end];
        _at = end + 1;
        return _groups.NumberOf(name) is { } number ? new BackreferenceNode(number) : throw Fault("Invalid named capture referenced");
    }

    private SetNode Character(char character) => Set(CharacterSet.Of((character, character)));

    private SetNode Set(CharacterSet set) => new(_ignoresCase ? CaseInsensitivity.Expand(set) : set);

    private bool TrySkip(char expected)
    {
        if (_at < _text.Length && _text[_at] == expected)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void Expect(char expected)
    {
        if (!TrySkip(expected))
        {
            throw Fault("Unterminated group");
        }
    }

    private JsonataException Fault(string reason) => RegexFault.Create(_text, reason);
}
