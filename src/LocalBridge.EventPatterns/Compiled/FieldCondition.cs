using System.Collections.Immutable;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Compiled;

/// <summary>One leaf of a pattern: a path and the alternatives its value may satisfy.</summary>
/// <remarks>
/// Shared by all sub-rules that were multiplied out of the same leaf. <paramref name="acceptsAbsence"/> stands for the alternative
/// <c>{"exists": false}</c>, which is about the event and not about a value; all others are in <paramref name="operators"/>.
/// </remarks>
internal sealed class FieldCondition(string path, ImmutableArray<ValueOperator> operators, bool acceptsAbsence, ImmutableArray<string> alternatives)
{
    public string Path { get; } = path;

    public ImmutableArray<ValueOperator> Operators { get; } = operators;

    public bool AcceptsAbsence { get; } = acceptsAbsence;

    /// <summary>The alternatives as written, for explanations.</summary>
    public ImmutableArray<string> Alternatives { get; } = alternatives;
}
