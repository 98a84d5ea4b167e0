using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Waiting;

/// <summary>Reads a Wait state.</summary>
internal static class WaitStateReader
{
    private const long LongestWait = 99_999_999;

    private static readonly string[] TimeFields = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];

    internal static WaitState? Read(StateFieldsReader state)
    {
        FieldReader fields = state.Fields;
        if (TimeFields.Count(fields.Has) != 1)
        {
            fields.Context.Fault(fields.Pointer, $"Exactly one of these fields is required: [{string.Join(", ", TimeFields)}]");
        }

        WaitTime? time = ReadTime(fields);
        StateFields common = state.Read();
        return time is null ? null : new WaitState(common, time);
    }

    private static WaitTime? ReadTime(FieldReader fields)
    {
        long? seconds = fields.Integer("Seconds", 0, LongestWait);
        JsonPath? secondsPath = fields.Path("SecondsPath");
        string? timestamp = fields.Text("Timestamp");
        JsonPath? timestampPath = fields.Path("TimestampPath");
        if (timestamp is not null && !Rfc3339.TryParse(timestamp, out _))
        {
            fields.Fault("Timestamp", "String does not match RFC3339 timestamp", "For example 2026-03-14T01:59:00Z.");
            return null;
        }

        return seconds is { } count ? WaitTime.For(count)
            : secondsPath is not null ? WaitTime.ForSecondsAt(secondsPath)
            : timestampPath is not null ? WaitTime.UntilTimestampAt(timestampPath)
            : timestamp is not null && Rfc3339.TryParse(timestamp, out DateTimeOffset time) ? WaitTime.Until(time)
            : null;
    }
}
