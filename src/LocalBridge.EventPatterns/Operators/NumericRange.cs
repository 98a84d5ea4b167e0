namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts comparable numbers of a range: <c>{"numeric": […]}</c>. An open end is an infinity.</summary>
internal sealed class NumericRange(double lower, bool includesLower, double upper, bool includesUpper) : ValueOperator
{
    /// <remarks>Comparable numbers are doubles, so a bound that does not belong to the range is the neighbour that does.</remarks>
    public override void Describe(IValueTests tests) => tests.Number(
        includesLower || double.IsInfinity(lower) ? lower : double.BitIncrement(lower),
        includesUpper || double.IsInfinity(upper) ? upper : double.BitDecrement(upper));
}
