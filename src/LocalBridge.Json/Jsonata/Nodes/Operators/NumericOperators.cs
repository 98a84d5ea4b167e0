namespace LocalBridge.Json.Jsonata.Nodes.Operators;

/// <summary>Holds the numeric operators.</summary>
internal static class NumericOperators
{
    internal readonly struct Add : INumericOperator
    {
        public static string Symbol => "+";

        public static bool ShrinksInfinity => false;

        public static double Apply(double left, double right) => left + right;
    }

    internal readonly struct Subtract : INumericOperator
    {
        public static string Symbol => "-";

        public static bool ShrinksInfinity => false;

        public static double Apply(double left, double right) => left - right;
    }

    internal readonly struct Multiply : INumericOperator
    {
        public static string Symbol => "*";

        public static bool ShrinksInfinity => false;

        public static double Apply(double left, double right) => left * right;
    }

    internal readonly struct Divide : INumericOperator
    {
        public static string Symbol => "/";

        public static bool ShrinksInfinity => true;

        public static double Apply(double left, double right) => left / right;
    }

    internal readonly struct Remainder : INumericOperator
    {
        public static string Symbol => "%";

        public static bool ShrinksInfinity => true;

        public static double Apply(double left, double right) => left % right;
    }
}
