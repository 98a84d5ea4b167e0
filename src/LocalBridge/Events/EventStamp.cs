using System.Collections.Immutable;
using System.Diagnostics;

namespace LocalBridge.Events;

/// <summary>What the bus writes on an event when it accepts it.</summary>
internal readonly record struct EventStamp(
    DateTimeOffset Time,
    DateTimeOffset IngestionTime,
    ImmutableArray<string> Resources,
    string? TraceHeader,
    Activity? TraceParent);
