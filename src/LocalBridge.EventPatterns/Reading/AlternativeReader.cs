using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Reading;

/// <summary>Reads one alternative of a field: a plain value or an operator.</summary>
internal static class AlternativeReader
{
    /// <summary>Reads the alternative whose first token is the lexer's current one, up to its last token.</summary>
    /// <returns>The operator, or <see langword="null"/> for <c>{"exists": false}</c>.</returns>
    public static ValueOperator? Read(PatternLexer lexer, PatternToken first) => first switch
    {
        PatternToken.StartObject => ReadOperator(lexer),
        PatternToken.String => ExactText(lexer.GetText()),
        PatternToken.Number => Number(lexer.GetText()),
        PatternToken.True => new ExactLiteral(EventValueKind.True),
        PatternToken.False => new ExactLiteral(EventValueKind.False),
        PatternToken.Null => new ExactLiteral(EventValueKind.Null),
        _ => throw lexer.Error(PatternMessages.NotAValue),
    };

    /// <summary>Reads a string value that must be one.</summary>
    public static string RequireString(PatternLexer lexer, string otherwise) =>
        lexer.Next() == PatternToken.String ? lexer.GetText() : throw lexer.Error(otherwise);

    public static void RequireEnd(PatternLexer lexer, string otherwise)
    {
        if (lexer.Next() != PatternToken.EndObject)
        {
            throw lexer.Error(otherwise);
        }
    }

    public static WildcardShape Wildcard(PatternLexer lexer, string text) =>
        WildcardShape.Parse(text, out string? error) ?? throw lexer.Error(error!);

    private static ValueOperator ExactText(string text)
    {
        byte[] bytes = LenientUtf8.GetBytes(text);
        return IpAddress.TryParse(bytes, out IpAddress address) ? new ExactAddress(address) : new ExactString(bytes);
    }

    private static ValueOperator Number(string text)
    {
        byte[] bytes = LenientUtf8.GetBytes(text);
        return ComparableNumber.TryParse(bytes, out double number) ? new ExactNumber(number) : new ExactNumberText(bytes);
    }

    private static ValueOperator? ReadOperator(PatternLexer lexer)
    {
        if (lexer.Next() != PatternToken.FieldName)
        {
            throw lexer.Error(PatternMessages.NoOperator);
        }

        switch (lexer.FieldName)
        {
            case "exactly":
                return ReadText(lexer, PatternMessages.ExactNotAString, text => new ExactString(LenientUtf8.GetBytes(text)));
            case "equals-ignore-case":
                return ReadText(lexer, PatternMessages.IgnoreCaseNotAString, text => new FoldedEquality(new FoldedText(text)));
            case "wildcard":
                return ReadText(lexer, PatternMessages.WildcardNotAString, text => new WildcardText(Wildcard(lexer, text)));
            case "prefix":
                return ReadAffix(lexer, "prefix", PatternMessages.PrefixNotAString, bytes => new TextPrefix(bytes), text => new FoldedPrefix(text));
            case "suffix":
                return ReadAffix(lexer, "suffix", PatternMessages.SuffixNotAString, bytes => new TextSuffix(bytes), text => new FoldedSuffix(text));
            case "exists":
                return ReadExists(lexer);
            case "cidr":
                AddressBlock block = CidrReader.Read(RequireString(lexer, PatternMessages.PrefixNotAString));
                RequireEnd(lexer, PatternMessages.TooManyElements);
                return block;
            case "numeric":
                ValueOperator range = NumericReader.Read(lexer);
                RequireEnd(lexer, PatternMessages.TooManyElements);
                return range;
            case "anything-but":
                ValueOperator anythingBut = AnythingButReader.Read(lexer);
                RequireEnd(lexer, PatternMessages.TooManyElements);
                return anythingBut;
            default:
                throw lexer.Error($"Unrecognized match type {lexer.FieldName}");
        }
    }

    private static ValueOperator ReadText(PatternLexer lexer, string otherwise, Func<string, ValueOperator> create)
    {
        ValueOperator value = create(RequireString(lexer, otherwise));
        RequireEnd(lexer, PatternMessages.OneKeyOnly);
        return value;
    }

    private static ValueOperator ReadAffix(
        PatternLexer lexer, string name, string otherwise, Func<byte[], ValueOperator> create, Func<FoldedText, ValueOperator> createFolded)
    {
        ValueOperator value;
        switch (lexer.Next())
        {
            case PatternToken.String:
                value = create(LenientUtf8.GetBytes(lexer.GetText()));
                break;
            case PatternToken.StartObject:
                if (lexer.Next() != PatternToken.FieldName)
                {
                    throw lexer.Error($"{char.ToUpperInvariant(name[0])}{name[1..]} expression name not found");
                }

                if (lexer.FieldName != "equals-ignore-case")
                {
                    throw lexer.Error($"Unsupported {name} pattern: {lexer.FieldName}");
                }

                value = createFolded(new FoldedText(RequireString(lexer, PatternMessages.IgnoreCaseNotAString)));
                RequireEnd(lexer, PatternMessages.OneKeyOnly);
                break;
            default:
                throw lexer.Error(otherwise);
        }

        RequireEnd(lexer, PatternMessages.OneKeyOnly);
        return value;
    }

    private static AnyValue? ReadExists(PatternLexer lexer)
    {
        PatternToken token = lexer.Next();
        if (token is not (PatternToken.True or PatternToken.False))
        {
            throw lexer.Error(PatternMessages.ExistsNotABoolean);
        }

        RequireEnd(lexer, PatternMessages.OneKeyOnly);
        return token == PatternToken.True ? new AnyValue() : null;
    }
}
