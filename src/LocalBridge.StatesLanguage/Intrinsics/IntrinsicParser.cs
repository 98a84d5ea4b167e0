using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using LocalBridge.Json;
using LocalBridge.Json.Paths;

namespace LocalBridge.StatesLanguage.Intrinsics;

/// <summary>Parses calls of intrinsic functions. Calls may stand in calls, to a depth that keeps the stack safe.</summary>
internal sealed class IntrinsicParser(string text)
{
    // The service allows ten; a definition that nests deeper is refused.
    private const int MaximumDepth = 10;

    private int _position;

    internal bool TryParse([NotNullWhen(true)] out IntrinsicCall? call) =>
        TryParseCall(1, out call) && SkipSpace() == text.Length;

    private bool TryParseCall(int depth, [NotNullWhen(true)] out IntrinsicCall? call)
    {
        call = null;
        int start = SkipSpace();
        while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] is '.' or '_'))
        {
            _position++;
        }

        if (depth > MaximumDepth || !IntrinsicFunction.TryFind(text[start.._position], out IntrinsicFunction? function) || !TryTake('('))
        {
            return false;
        }

        ImmutableArray<IntrinsicArgument>.Builder arguments = ImmutableArray.CreateBuilder<IntrinsicArgument>();
        if (!TryTake(')'))
        {
            do
            {
                if (!TryParseArgument(function, arguments.Count, depth, out IntrinsicArgument? argument))
                {
                    return false;
                }

                arguments.Add(argument);
            }
            while (TryTake(','));
            if (!TryTake(')'))
            {
                return false;
            }
        }

        if (!function.Accepts(arguments.Count))
        {
            return false;
        }

        call = new IntrinsicCall(text[start.._position], function, arguments.ToImmutable());
        return true;
    }

    private bool TryParseArgument(IntrinsicFunction function, int index, int depth, [NotNullWhen(true)] out IntrinsicArgument? argument)
    {
        argument = null;
        int start = SkipSpace();
        if (start == text.Length)
        {
            return false;
        }

        if (text[start] == '\'')
        {
            bool keepsEscapes = function.TakesTemplate && index == 0;
            return TryParseText(keepsEscapes, out string? literal)
                && function.AcceptsLiteral(index, literal)
                && (argument = new IntrinsicArgument(literal)) is not null;
        }

        if (text[start] == '$')
        {
            return JsonPath.TryParse(TakePath(), out JsonPath? path, out _) && (argument = new IntrinsicArgument(path)) is not null;
        }

        if (text.AsSpan(start).StartsWith(IntrinsicFunction.Prefix, StringComparison.Ordinal))
        {
            return TryParseCall(depth + 1, out IntrinsicCall? call) && (argument = new IntrinsicArgument(call)) is not null;
        }

        while (_position < text.Length && text[_position] is not (',' or ')' or ' '))
        {
            _position++;
        }

        // What is left are numbers, booleans and null, spelled as in JSON.
        return JsonValue.TryParse(text[start.._position], out JsonValue value, out _)
            && !value.IsString && !value.IsObject && !value.IsArray
            && function.AcceptsLiteral(index, value)
            && (argument = new IntrinsicArgument(value)) is not null;
    }

    /// <summary>A text in single quotes; <c>\'</c>, <c>\\</c>, <c>\{</c> and <c>\}</c> are the characters themselves, any other escape is an error.</summary>
    private bool TryParseText(bool keepsEscapes, [NotNullWhen(true)] out string? literal)
    {
        literal = null;
        var builder = new StringBuilder();
        for (_position++; _position < text.Length; _position++)
        {
            char character = text[_position];
            if (character == '\'')
            {
                _position++;
                literal = builder.ToString();
                return true;
            }

            if (character == '\\')
            {
                if (++_position == text.Length || text[_position] is not ('\'' or '\\' or '{' or '}'))
                {
                    return false;
                }

                if (keepsEscapes)
                {
                    builder.Append('\\');
                }

                character = text[_position];
            }

            builder.Append(character);
        }

        return false;
    }

    /// <summary>A path reaches to the next comma or closing parenthesis that is not inside its brackets, parentheses or quotes.</summary>
    private string TakePath()
    {
        int start = _position;
        int depth = 0;
        char quote = '\0';
        for (; _position < text.Length; _position++)
        {
            char character = text[_position];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '\'' or '"')
            {
                quote = character;
            }
            else if (character is '[' or '(')
            {
                depth++;
            }
            else if (depth > 0 && character is (']' or ')'))
            {
                depth--;
            }
            else if (depth == 0 && character is (',' or ')'))
            {
                break;
            }
        }

        return text[start.._position].TrimEnd();
    }

    private bool TryTake(char expected)
    {
        if (SkipSpace() == text.Length || text[_position] != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    private int SkipSpace()
    {
        while (_position < text.Length && text[_position] is (' ' or '\t' or '\n' or '\r'))
        {
            _position++;
        }

        return _position;
    }
}
