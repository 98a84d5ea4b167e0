namespace LocalBridge.Json.Jsonata.Nodes.Operators;

/// <summary>Compares two numbers or two strings.</summary>
internal interface IComparisonOperator
{
    /// <summary>Gets the operator, for errors.</summary>
    static abstract string Symbol { get; }

    static abstract bool Apply(double left, double right);

    /// <summary>Decides from the sign of an ordinal comparison.</summary>
    static abstract bool ApplyToOrder(int order);
}
