using System.Collections.Immutable;

namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Represents a part of a regular expression, read by the rules of ECMAScript.</summary>
internal abstract record PatternNode;

/// <summary>One character of a set.</summary>
internal sealed record SetNode(CharacterSet Set) : PatternNode;

/// <summary>Parts one behind the other.</summary>
internal sealed record SequenceNode(ImmutableArray<PatternNode> Parts) : PatternNode;

/// <summary>Parts of which the first that matches is taken.</summary>
internal sealed record ChoiceNode(ImmutableArray<PatternNode> Options) : PatternNode;

/// <summary>A group whose match is kept under a number.</summary>
internal sealed record CaptureNode(int Number, PatternNode Body) : PatternNode;

/// <summary>A part that is repeated.</summary>
/// <param name="Body">The part.</param>
/// <param name="Minimum">How often at least.</param>
/// <param name="Maximum">How often at most; <see cref="Unbounded"/> for any number.</param>
/// <param name="IsLazy">Whether fewer repetitions are tried first.</param>
internal sealed record RepeatNode(PatternNode Body, int Minimum, int Maximum, bool IsLazy) : PatternNode
{
    internal const int Unbounded = int.MaxValue;
}

/// <summary>A look ahead or behind.</summary>
internal sealed record LookNode(PatternNode Body, bool IsBehind, bool IsNegative) : PatternNode;

/// <summary>What a group matched before.</summary>
internal sealed record BackreferenceNode(int Number) : PatternNode;

/// <summary>A place between characters.</summary>
internal sealed record PlaceNode(PatternPlace Place) : PatternNode;

/// <summary>Names places between characters.</summary>
internal enum PatternPlace
{
    /// <summary><c>^</c></summary>
    Start,

    /// <summary><c>$</c></summary>
    End,

    /// <summary><c>\b</c></summary>
    WordBoundary,

    /// <summary><c>\B</c></summary>
    NoWordBoundary,
}
