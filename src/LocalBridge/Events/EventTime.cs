using System.Globalization;

namespace LocalBridge.Events;

/// <summary>The one form of time in envelopes: UTC, whole seconds, <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
internal static class EventTime
{
    internal const int Length = 20;

    private const string Format = "yyyy-MM-ddTHH:mm:ss'Z'";

    internal static string ToText(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    internal static void Write(DateTimeOffset time, Span<byte> destination) =>
        time.UtcDateTime.TryFormat(destination, out _, Format, CultureInfo.InvariantCulture);
}
