namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts comparable numbers of a range: <c>{"numeric": […]}</c>. An open end is an infinity.</summary>
internal sealed class NumericRange(double lower, bool includesLower, double upper, bool includesUpper) : ValueOperator
{
    public double Lower { get; } = lower;

    public bool IncludesLower { get; } = includesLower;

    public double Upper { get; } = upper;

    public bool IncludesUpper { get; } = includesUpper;

    public override bool Accepts(ref EventValue value) =>
        value.TryGetNumber(out double number)
        && (IncludesLower ? number >= Lower : number > Lower)
        && (IncludesUpper ? number <= Upper : number < Upper);
}
