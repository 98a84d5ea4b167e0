namespace LocalBridge.EventPatterns.Operators;

/// <summary>The tests a matcher can make of a value. An operator says which of them it consists of; the matcher decides how to make them at once.</summary>
internal interface IValueTests
{
    /// <summary>A string equal to a text.</summary>
    void Text(ReadOnlySpan<byte> text);

    /// <summary>A string that starts with a text.</summary>
    void Prefix(ReadOnlySpan<byte> text);

    /// <summary>A string that ends with a text.</summary>
    void Suffix(ReadOnlySpan<byte> text);

    /// <summary>A string equal to a text but for case.</summary>
    void FoldedText(FoldedText text);

    /// <summary>A string that starts with a text but for case.</summary>
    void FoldedPrefix(FoldedText text);

    /// <summary>A string that ends with a text but for case.</summary>
    void FoldedSuffix(FoldedText text);

    /// <summary>A string of a shape.</summary>
    void Wildcard(WildcardShape shape);

    /// <summary>A string that is an address of a block.</summary>
    void Address(IpAddress network, int networkBits);

    /// <summary>A comparable number of a closed range.</summary>
    void Number(double lower, double upper);

    /// <summary>A number spelled in one way.</summary>
    void NumberText(ReadOnlySpan<byte> text);

    /// <summary>One of the literals.</summary>
    void Literal(EventValueKind literal);
}
