namespace LocalBridge.Json.Paths.Filters;

/// <summary>Specifies how a filter compares.</summary>
internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
