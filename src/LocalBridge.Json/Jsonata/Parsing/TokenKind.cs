namespace LocalBridge.Json.Jsonata.Parsing;

/// <summary>Names the kinds of tokens.</summary>
internal enum TokenKind
{
    End,
    Operator,
    Name,
    Variable,
    String,
    Number,
    Constant,
    Regex,
}
