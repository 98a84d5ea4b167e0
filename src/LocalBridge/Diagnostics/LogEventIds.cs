namespace LocalBridge.Diagnostics;

/// <summary>The ids of all log messages: a block of 100 for each feature. An id is never used again for something else.</summary>
internal static class LogEventIds
{
    /// <summary>First id of the event buses (1000-1099).</summary>
    internal const int EventBuses = 1000;

    /// <summary>First id of targets and deliveries (1100-1199).</summary>
    internal const int Targets = 1100;

    /// <summary>First id of workflows (1200-1299).</summary>
    internal const int Workflows = 1200;

    /// <summary>First id of the host (1300-1399).</summary>
    internal const int Hosting = 1300;
}
