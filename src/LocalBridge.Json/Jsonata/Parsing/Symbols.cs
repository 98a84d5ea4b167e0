namespace LocalBridge.Json.Jsonata.Parsing;

/// <summary>Holds the operators and their binding powers. Operators are compared by reference, so each text exists once.</summary>
internal static class Symbols
{
    internal const string Dot = ".";
    internal const string OpenBracket = "[";
    internal const string CloseBracket = "]";
    internal const string OpenBrace = "{";
    internal const string CloseBrace = "}";
    internal const string OpenParenthesis = "(";
    internal const string CloseParenthesis = ")";
    internal const string Comma = ",";
    internal const string At = "@";
    internal const string Hash = "#";
    internal const string Semicolon = ";";
    internal const string Colon = ":";
    internal const string Question = "?";
    internal const string Plus = "+";
    internal const string Minus = "-";
    internal const string Star = "*";
    internal const string Slash = "/";
    internal const string Percent = "%";
    internal const string Bar = "|";
    internal const string Equal = "=";
    internal const string Less = "<";
    internal const string Greater = ">";
    internal const string Caret = "^";
    internal const string DoubleStar = "**";
    internal const string Range = "..";
    internal const string Assign = ":=";
    internal const string NotEqual = "!=";
    internal const string LessOrEqual = "<=";
    internal const string GreaterOrEqual = ">=";
    internal const string Apply = "~>";
    internal const string Default = "?:";
    internal const string Coalesce = "??";
    internal const string And = "and";
    internal const string Or = "or";
    internal const string In = "in";
    internal const string Ampersand = "&";
    internal const string Exclamation = "!";
    internal const string Tilde = "~";
    internal const string End = "(end)";

    internal const int BlockPower = 80;
    internal const int PathPower = 75;
    internal const int PrefixPower = 70;
    internal const int AssignPower = 10;

    private static readonly string?[] Single = MakeSingle();

    /// <summary>Returns the operator of one character, or <see langword="null"/> where the character is part of names.</summary>
    internal static string? OfCharacter(char character) => character < Single.Length ? Single[character] : null;

    internal static string? OfPair(char first, char second) => (first, second) switch
    {
        ('.', '.') => Range,
        (':', '=') => Assign,
        ('!', '=') => NotEqual,
        ('>', '=') => GreaterOrEqual,
        ('<', '=') => LessOrEqual,
        ('*', '*') => DoubleStar,
        ('~', '>') => Apply,
        ('?', ':') => Default,
        ('?', '?') => Coalesce,
        _ => null,
    };

    /// <summary>Returns how strongly an operator binds what stands before it; zero where it cannot stand behind an operand.</summary>
    internal static int PowerOf(string symbol) => symbol switch
    {
        OpenBracket or OpenParenthesis or At or Hash => BlockPower,
        Dot => PathPower,
        OpenBrace => PrefixPower,
        Star or Slash or Percent => 60,
        Plus or Minus or Ampersand => 50,
        Equal or Less or Greater or Caret or NotEqual or LessOrEqual or GreaterOrEqual or Apply or Default or Coalesce or In => 40,
        And => 30,
        Or => 25,
        Question => 20,
        Assign => AssignPower,
        _ => 0,
    };

    private static string?[] MakeSingle()
    {
        var single = new string?[128];
        string[] symbols =
        [
            Dot, OpenBracket, CloseBracket, OpenBrace, CloseBrace, OpenParenthesis, CloseParenthesis, Comma, At, Hash, Semicolon, Colon, Question,
            Plus, Minus, Star, Slash, Percent, Bar, Equal, Less, Greater, Caret, Ampersand, Exclamation, Tilde,
        ];
        foreach (string symbol in symbols)
        {
            single[symbol[0]] = symbol;
        }

        return single;
    }
}
