using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LocalBridge.Diagnostics;

/// <summary>Holds the names under which LocalBridge reports traces and metrics.</summary>
/// <example>
/// <code>
/// builder.Services.AddOpenTelemetry()
///     .WithTracing(tracing => tracing.AddSource(BridgeTelemetry.SourceName))
///     .WithMetrics(metrics => metrics.AddMeter(BridgeTelemetry.SourceName));
/// </code>
/// </example>
public static class BridgeTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string SourceName = "LocalBridge";

    internal static readonly ActivitySource Source = new(SourceName);

    internal static readonly Meter Meter = new(SourceName);
}
