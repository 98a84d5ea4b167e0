using System.Collections.Immutable;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Reading;

/// <summary>Reads what an <c>anything-but</c> excludes: a value, a list, or one inner operator with a text or a list of them.</summary>
internal static class AnythingButReader
{
    public static AnythingBut Read(PatternLexer lexer)
    {
        PatternToken token = lexer.Next();
        switch (token)
        {
            case PatternToken.StartObject:
                AnythingBut inner = ReadInner(lexer);
                AlternativeReader.RequireEnd(lexer, PatternMessages.TooManyElements);
                return inner;
            case PatternToken.StartArray:
                return ReadList(lexer);
            case PatternToken.String:
                return new AnythingBut([Text(lexer.GetText())]);
            case PatternToken.Number:
                string number = lexer.GetText();
                return Number(number) is { } excluded
                    ? new AnythingBut([excluded])
                    : throw PatternLexer.ErrorWithoutLocation(PatternMessages.CannotCompare(number));
            default:
                throw lexer.Error(PatternMessages.AnythingButNotAValue);
        }
    }

    private static ExactString Text(string text) => new(LenientUtf8.GetBytes(text));

    private static ExactNumber? Number(string text) => ComparableNumber.TryParse(LenientUtf8.GetBytes(text), out double number) ? new ExactNumber(number) : null;

    private static AnythingBut ReadList(PatternLexer lexer)
    {
        ImmutableArray<ValueOperator>.Builder excluded = ImmutableArray.CreateBuilder<ValueOperator>();
        bool hasText = false;
        bool hasNumber = false;
        for (PatternToken token = lexer.Next(); token != PatternToken.EndArray; token = lexer.Next())
        {
            switch (token)
            {
                case PatternToken.String:
                    hasText = true;
                    excluded.Add(Text(lexer.GetText()));
                    break;
                case PatternToken.Number:
                    hasNumber = true;
                    excluded.Add(Number(lexer.GetText()) ?? throw lexer.Error(PatternMessages.CannotCompare(lexer.GetText())));
                    break;
                default:
                    throw lexer.ListError(PatternMessages.AnythingButBadMember);
            }
        }

        return hasText == hasNumber ? throw lexer.Error(PatternMessages.AnythingButMixed) : new AnythingBut(excluded.DrainToImmutable());
    }

    private static AnythingBut ReadInner(PatternLexer lexer)
    {
        if (lexer.Next() != PatternToken.FieldName)
        {
            throw lexer.Error(PatternMessages.NoInnerAnythingBut);
        }

        return lexer.FieldName switch
        {
            "prefix" => ReadTexts(lexer, PatternMessages.AffixNotAString, refusesEmpty: true, text => new TextPrefix(LenientUtf8.GetBytes(text))),
            "suffix" => ReadTexts(lexer, PatternMessages.AffixNotAString, refusesEmpty: true, text => new TextSuffix(LenientUtf8.GetBytes(text))),
            "equals-ignore-case" => ReadTexts(
                lexer, PatternMessages.AnythingButIgnoreCaseBadMember, refusesEmpty: false, text => new FoldedEquality(new FoldedText(text))),
            "wildcard" => ReadTexts(
                lexer, PatternMessages.WildcardNotAString, refusesEmpty: false, text => new WildcardText(AlternativeReader.Wildcard(lexer, text))),
            _ => throw lexer.Error($"Unsupported anything-but pattern: {lexer.FieldName}"),
        };
    }

    /// <summary>Reads a text or a list of texts. The operators are made after the list, so a wrong member is reported before a wrong wildcard.</summary>
    private static AnythingBut ReadTexts(PatternLexer lexer, string otherwise, bool refusesEmpty, Func<string, ValueOperator> create)
    {
        List<string> texts = [];
        switch (lexer.Next())
        {
            case PatternToken.String or PatternToken.Number:
                texts.Add(lexer.Current == PatternToken.String ? lexer.GetText() : throw lexer.Error(otherwise));
                ThrowIfEmptyAffix(texts[0], refusesEmpty, lexer.Error);
                break;
            case PatternToken.StartArray:
                while (lexer.Next() != PatternToken.EndArray)
                {
                    texts.Add(lexer.Current == PatternToken.String ? lexer.GetText() : throw lexer.ListError(otherwise));
                    ThrowIfEmptyAffix(texts[^1], refusesEmpty, lexer.ListError);
                }

                // EventBridge fails on an empty list without a message of its own.
                if (texts.Count == 0)
                {
                    throw lexer.Error(PatternMessages.EmptyArray);
                }

                break;
            default:
                throw lexer.Error(PatternMessages.AnythingButNotAValue);
        }

        return new AnythingBut([.. texts.Select(create)]);
    }

    private static void ThrowIfEmptyAffix(string text, bool refusesEmpty, Func<string, PatternErrorException> error)
    {
        if (refusesEmpty && text.Length == 0)
        {
            throw error(PatternMessages.EmptyAffix);
        }
    }
}
