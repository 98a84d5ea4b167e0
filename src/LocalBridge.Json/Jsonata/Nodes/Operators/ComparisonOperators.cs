namespace LocalBridge.Json.Jsonata.Nodes.Operators;

/// <summary>Holds the operators that compare by order.</summary>
internal static class ComparisonOperators
{
    internal readonly struct Less : IComparisonOperator
    {
        public static string Symbol => "<";

        public static bool Apply(double left, double right) => left < right;

        public static bool ApplyToOrder(int order) => order < 0;
    }

    internal readonly struct LessOrEqual : IComparisonOperator
    {
        public static string Symbol => "<=";

        public static bool Apply(double left, double right) => left <= right;

        public static bool ApplyToOrder(int order) => order <= 0;
    }

    internal readonly struct Greater : IComparisonOperator
    {
        public static string Symbol => ">";

        public static bool Apply(double left, double right) => left > right;

        public static bool ApplyToOrder(int order) => order > 0;
    }

    internal readonly struct GreaterOrEqual : IComparisonOperator
    {
        public static string Symbol => ">=";

        public static bool Apply(double left, double right) => left >= right;

        public static bool ApplyToOrder(int order) => order >= 0;
    }
}
