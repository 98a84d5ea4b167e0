namespace LocalBridge.Json.Jsonata.Nodes.Operators;

/// <summary>Calculates with two numbers. Each operator is a type of its own, so that the node for it holds no decision.</summary>
internal interface INumericOperator
{
    /// <summary>Gets the operator, for errors.</summary>
    static abstract string Symbol { get; }

    /// <summary>Gets a value indicating whether the result can be finite where the right side is not.</summary>
    static abstract bool ShrinksInfinity { get; }

    static abstract double Apply(double left, double right);
}
