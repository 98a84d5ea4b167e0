using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Reading;

/// <summary>Reads the array of a <c>numeric</c>. Whether its numbers can be compared is looked at only when the array has ended.</summary>
internal static class NumericReader
{
    public static ValueOperator Read(PatternLexer lexer)
    {
        if (lexer.Next() != PatternToken.StartArray)
        {
            throw lexer.Error(PatternMessages.NumericNotAnArray);
        }

        if (lexer.Next() != PatternToken.String)
        {
            throw lexer.Error($"Invalid member in numeric match: {lexer.GetText()}");
        }

        string comparison = lexer.GetText();
        PatternToken token = lexer.Next();
        switch (comparison)
        {
            case "=":
                string equal = ReadNumber(lexer, token, "equals");
                RequireEnd(lexer.Next(), lexer, PatternMessages.TooManyElements);
                return new ExactNumber(Comparable(lexer, equal));
            case "<" or "<=":
                string top = ReadNumber(lexer, token, comparison);
                RequireEnd(lexer.Next(), lexer, PatternMessages.TooManyElements);
                return new NumericRange(double.NegativeInfinity, false, Comparable(lexer, top), comparison == "<=");
            case ">" or ">=":
                string bottom = ReadNumber(lexer, token, comparison);
                return lexer.Next() == PatternToken.EndArray
                    ? new NumericRange(Comparable(lexer, bottom), comparison == ">=", double.PositiveInfinity, false)
                    : ReadTop(lexer, bottom, comparison == ">=");
            default:
                throw lexer.Error($"Unrecognized numeric range operator: {comparison}");
        }
    }

    private static NumericRange ReadTop(PatternLexer lexer, string bottom, bool includesBottom)
    {
        if (lexer.Current != PatternToken.String)
        {
            throw lexer.Error($"Bad value in numeric range: {lexer.GetText()}");
        }

        string comparison = lexer.GetText();
        if (comparison is not ("<" or "<="))
        {
            throw lexer.Error($"Bad numeric range operator: {comparison}");
        }

        string top = ReadNumber(lexer, lexer.Next(), comparison);
        RequireEnd(lexer.Next(), lexer, PatternMessages.TooManyTerms);
        double lower = Comparable(lexer, bottom);
        double upper = Comparable(lexer, top);
        return lower < upper
            ? new NumericRange(lower, includesBottom, upper, comparison == "<=")
            : throw lexer.Error(PatternMessages.BottomNotBelowTop);
    }

    private static string ReadNumber(PatternLexer lexer, PatternToken token, string comparison) =>
        token == PatternToken.Number ? lexer.GetText() : throw lexer.Error($"Value of {comparison} must be numeric");

    private static double Comparable(PatternLexer lexer, string text) =>
        ComparableNumber.TryParse(LenientUtf8.GetBytes(text), out double number) ? number : throw lexer.Error(PatternMessages.CannotCompare(text));

    private static void RequireEnd(PatternToken token, PatternLexer lexer, string otherwise)
    {
        if (token != PatternToken.EndArray)
        {
            throw lexer.Error(otherwise);
        }
    }
}
