using System.Collections.Immutable;

namespace LocalBridge.EventPatterns;

/// <summary>Represents one or more alternatives for the value of a field, as an event pattern writes them.</summary>
/// <remarks>
/// Made by <see cref="Match"/> or converted from a string, number or Boolean. Immutable and safe to share between threads; equal when the JSON is equal.
/// </remarks>
public sealed class MatchExpression : IEquatable<MatchExpression>
{
    private readonly ImmutableArray<string> _alternatives;

    internal MatchExpression(string alternative)
        : this([alternative])
    {
    }

    internal MatchExpression(ImmutableArray<string> alternatives) => _alternatives = alternatives;

    /// <summary>Gets the JSON text of each alternative, in order.</summary>
    public IReadOnlyList<string> Alternatives => _alternatives;

    /// <summary>Converts a string to the expression that accepts exactly this string.</summary>
    /// <param name="value">The string. It is read as an address if it is an IP address literal.</param>
    public static implicit operator MatchExpression(string value) => Match.Exact(value);

    /// <summary>Converts a Boolean to the expression that accepts exactly this literal.</summary>
    /// <param name="value">The literal.</param>
    public static implicit operator MatchExpression(bool value) => Match.Exact(value);

    /// <summary>Converts an integer to the expression that accepts exactly this number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator MatchExpression(long value) => Match.Exact(value);

    /// <summary>Converts a number to the expression that accepts exactly this number.</summary>
    /// <param name="value">The number. It must be finite.</param>
    public static implicit operator MatchExpression(double value) => Match.Exact(value);

    /// <summary>Converts a decimal number to the expression that accepts exactly this number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator MatchExpression(decimal value) => Match.Exact(value);

    /// <summary>Returns whether two expressions have the same JSON.</summary>
    /// <param name="left">The first expression.</param>
    /// <param name="right">The second expression.</param>
    public static bool operator ==(MatchExpression? left, MatchExpression? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns whether two expressions have different JSON.</summary>
    /// <param name="left">The first expression.</param>
    /// <param name="right">The second expression.</param>
    public static bool operator !=(MatchExpression? left, MatchExpression? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(MatchExpression? other) => other is not null && _alternatives.AsSpan().SequenceEqual(other._alternatives.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MatchExpression);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (string alternative in _alternatives)
        {
            hash.Add(alternative, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns the alternatives as the JSON array that stands in a pattern.</summary>
    public override string ToString() => $"[{string.Join(",", _alternatives)}]";
}
