using System.Collections.Immutable;
using LocalBridge.EventPatterns.Building;

namespace LocalBridge.EventPatterns;

/// <summary>Makes the match expressions of event patterns: one method per operator, named as in the AWS CDK's <c>Match</c>.</summary>
/// <remarks>
/// Safe to call from any thread. See "Comparison operators for use in event patterns" in the Amazon EventBridge User Guide for the operators.
/// A range or wildcard that EventBridge would refuse is reported when the pattern is built, in EventBridge's words.
/// </remarks>
/// <example>
/// <code>
/// EventPattern pattern = new EventPatternBuilder()
///     .Source("shop.orders")
///     .Detail("total", Match.GreaterThan(100))
///     .Detail("state", Match.AnyOf("paid", Match.Prefix("ship")))
///     .Build();
/// </code>
/// </example>
public static class Match
{
    /// <summary>Returns the expression that accepts exactly this string; an IP address literal is compared as an address.</summary>
    /// <param name="value">The string.</param>
    public static MatchExpression Exact(string value) => new(PatternText.Quote(value));

    /// <summary>Returns the expression that accepts exactly this literal.</summary>
    /// <param name="value">The literal.</param>
    public static MatchExpression Exact(bool value) => new(value ? "true" : "false");

    /// <summary>Returns the expression that accepts a number of this value, however it is spelled.</summary>
    /// <param name="value">The number.</param>
    public static MatchExpression Exact(long value) => new(PatternText.Number(value));

    /// <inheritdoc cref="Exact(long)"/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public static MatchExpression Exact(double value) => new(PatternText.Number(value));

    /// <inheritdoc cref="Exact(long)"/>
    public static MatchExpression Exact(decimal value) => new(PatternText.Number(value));

    /// <inheritdoc cref="Exact(string)"/>
    public static MatchExpression ExactString(string value) => Exact(value);

    /// <summary>Returns the expression that accepts strings starting with a text.</summary>
    /// <param name="value">The text; the empty one accepts every string.</param>
    public static MatchExpression Prefix(string value) => new(PatternText.Operator("prefix", value));

    /// <summary>Returns the expression that accepts strings ending with a text.</summary>
    /// <param name="value">The text; the empty one accepts every string.</param>
    public static MatchExpression Suffix(string value) => new(PatternText.Operator("suffix", value));

    /// <summary>Returns the expression that accepts strings starting with a text, ignoring case.</summary>
    /// <param name="value">The text.</param>
    public static MatchExpression PrefixEqualsIgnoreCase(string value) => new(PatternText.Operator("prefix", "equals-ignore-case", value));

    /// <summary>Returns the expression that accepts strings ending with a text, ignoring case.</summary>
    /// <param name="value">The text.</param>
    public static MatchExpression SuffixEqualsIgnoreCase(string value) => new(PatternText.Operator("suffix", "equals-ignore-case", value));

    /// <summary>Returns the expression that accepts strings equal to a text but for case.</summary>
    /// <param name="value">The text.</param>
    public static MatchExpression EqualsIgnoreCase(string value) => new(PatternText.Operator("equals-ignore-case", value));

    /// <summary>Returns the expression that accepts strings of a shape.</summary>
    /// <param name="value">The shape: <c>*</c> stands for any run of characters, <c>\*</c> and <c>\\</c> for the characters themselves.</param>
    public static MatchExpression Wildcard(string value) => new(PatternText.Operator("wildcard", value));

    /// <summary>Returns the expression that accepts IP addresses of a block.</summary>
    /// <param name="range">The block, such as <c>10.0.0.0/24</c> or <c>2001:db8::/32</c>.</param>
    public static MatchExpression Cidr(string range) => new(PatternText.Operator("cidr", range));

    /// <summary>Returns the expression that accepts any value, also <c>null</c>, but not an object, an empty array or nothing.</summary>
    public static MatchExpression Exists() => new("{\"exists\":true}");

    /// <summary>Returns the expression that is satisfied where there is no value: no field, an object, or an empty array.</summary>
    public static MatchExpression DoesNotExist() => new("{\"exists\":false}");

    /// <summary>Returns the expression that accepts the literal <c>null</c>.</summary>
    public static MatchExpression Null() => new("null");

    /// <summary>Returns the expression that accepts every present value except these strings.</summary>
    /// <param name="values">One or more strings.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static MatchExpression AnythingBut(params ReadOnlySpan<string> values) => new(PatternText.AnythingBut(PatternText.Strings(values)));

    /// <summary>Returns the expression that accepts every present value except these numbers.</summary>
    /// <param name="values">One or more finite numbers.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static MatchExpression AnythingBut(params ReadOnlySpan<double> values) => new(PatternText.AnythingBut(PatternText.Numbers(values)));

    /// <summary>Returns the expression that accepts every present value except strings starting with one of these texts.</summary>
    /// <param name="values">One or more texts, none of them empty.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static MatchExpression AnythingButPrefix(params ReadOnlySpan<string> values) => new(PatternText.AnythingBut("prefix", values));

    /// <summary>Returns the expression that accepts every present value except strings ending with one of these texts.</summary>
    /// <param name="values">One or more texts, none of them empty.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static MatchExpression AnythingButSuffix(params ReadOnlySpan<string> values) => new(PatternText.AnythingBut("suffix", values));

    /// <summary>Returns the expression that accepts every present value except strings of one of these shapes.</summary>
    /// <param name="values">One or more shapes as for <see cref="Wildcard"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static MatchExpression AnythingButWildcard(params ReadOnlySpan<string> values) => new(PatternText.AnythingBut("wildcard", values));

    /// <summary>Returns the expression that accepts every present value except strings equal to one of these texts but for case.</summary>
    /// <param name="values">One or more texts.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static MatchExpression AnythingButEqualsIgnoreCase(params ReadOnlySpan<string> values) =>
        new(PatternText.AnythingBut("equals-ignore-case", values));

    /// <summary>Returns the expression that accepts numbers equal to a number.</summary>
    /// <param name="value">The finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public static MatchExpression Equal(double value) => new(PatternText.Numeric("=", value));

    /// <summary>Returns the expression that accepts numbers greater than a number.</summary>
    /// <inheritdoc cref="Equal" path="/param|/exception"/>
    public static MatchExpression GreaterThan(double value) => new(PatternText.Numeric(">", value));

    /// <summary>Returns the expression that accepts numbers greater than or equal to a number.</summary>
    /// <inheritdoc cref="Equal" path="/param|/exception"/>
    public static MatchExpression GreaterThanOrEqual(double value) => new(PatternText.Numeric(">=", value));

    /// <summary>Returns the expression that accepts numbers less than a number.</summary>
    /// <inheritdoc cref="Equal" path="/param|/exception"/>
    public static MatchExpression LessThan(double value) => new(PatternText.Numeric("<", value));

    /// <summary>Returns the expression that accepts numbers less than or equal to a number.</summary>
    /// <inheritdoc cref="Equal" path="/param|/exception"/>
    public static MatchExpression LessThanOrEqual(double value) => new(PatternText.Numeric("<=", value));

    /// <summary>Returns the expression that accepts numbers of a closed interval: both bounds belong to it.</summary>
    /// <param name="lower">The finite lower bound.</param>
    /// <param name="upper">The finite upper bound, greater than <paramref name="lower"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite.</exception>
    public static MatchExpression Interval(double lower, double upper) => new(PatternText.Interval(">=", lower, "<=", upper));

    /// <summary>Returns the expression that accepts numbers between two bounds, neither of which belongs to the range.</summary>
    /// <inheritdoc cref="Interval" path="/param|/exception"/>
    public static MatchExpression OpenInterval(double lower, double upper) => new(PatternText.Interval(">", lower, "<", upper));

    /// <summary>Returns the expression that is satisfied when one of these is: the alternatives of all, in order.</summary>
    /// <remarks>There is no counterpart for AND on one field in event patterns: several fields are joined by AND, alternatives of one by OR.</remarks>
    /// <param name="expressions">One or more expressions.</param>
    /// <exception cref="ArgumentException"><paramref name="expressions"/> is empty or holds <see langword="null"/>.</exception>
    public static MatchExpression AnyOf(params ReadOnlySpan<MatchExpression> expressions)
    {
        PatternText.ThrowIfEmpty(expressions.Length, nameof(expressions));
        ImmutableArray<string>.Builder alternatives = ImmutableArray.CreateBuilder<string>();
        foreach (MatchExpression? expression in expressions)
        {
            ArgumentNullException.ThrowIfNull(expression, nameof(expressions));
            alternatives.AddRange(expression.Alternatives);
        }

        return new MatchExpression(alternatives.DrainToImmutable());
    }
}
