using LocalBridge.Json.Jsonata.Functions;

namespace LocalBridge.Json.Jsonata.Parsing;

/// <summary>Represents one token. The position is the offset behind it, which is what error messages count with.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, JsonValue Value, int Position)
{
    /// <summary>Gets the regular expression of a token that is one.</summary>
    internal RegexValue? Regex { get; init; }

    /// <summary>Gets the binding power of the token behind an operand; zero for one that ends an expression.</summary>
    internal int Power { get; init; }

    internal bool Is(string symbol) => Kind is TokenKind.Operator or TokenKind.End && ReferenceEquals(Text, symbol);

    /// <summary>Returns the value that error messages show.</summary>
    internal JsonValue ToErrorToken() => Value.IsUndefined ? Text : Value;
}
