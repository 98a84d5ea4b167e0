namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Names what can be added up.</summary>
internal enum AggregateKind
{
    Sum,
    Count,
    Max,
    Min,
    Average,
    Exists,
}
