using System.Collections.Immutable;

namespace LocalBridge.Workflows.StateTests.Answers;

/// <summary>Represents the type of an answer of a service, or of a field in it. Types may hold themselves.</summary>
/// <remarks>Immutable once <see cref="ServiceAnswers"/> has made it.</remarks>
internal sealed class AnswerShape(AnswerKind kind)
{
    internal AnswerKind Kind { get; } = kind;

    /// <summary>Gets the members of a structure. The SDKs differ in the case of acronyms, so case does not count.</summary>
    internal Dictionary<string, AnswerShape> Members { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the members that are always there.</summary>
    internal List<string> Required { get; } = [];

    /// <summary>Gets the type of the elements of a list or the values of a map.</summary>
    internal AnswerShape? Element { get; set; }

    /// <summary>Gets the lowest number or the shortest length.</summary>
    internal double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Gets the highest number or the greatest length.</summary>
    internal double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Gets the texts that are allowed; empty for all.</summary>
    internal ImmutableHashSet<string> Values { get; init; } = [];
}
