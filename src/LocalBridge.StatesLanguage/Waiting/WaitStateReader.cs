using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Waiting;

/// <summary>Reads a Wait state.</summary>
internal static class WaitStateReader
{
    private const long LongestWait = 99_999_999;

    private static readonly string[] JsonPathFields = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];
    private static readonly string[] JsonataFields = ["Seconds", "Timestamp"];

    internal static WaitState? Read(StateFieldsReader state)
    {
        FieldReader fields = state.Fields;
        string[] timeFields = fields.IsJsonata ? JsonataFields : JsonPathFields;
        if (timeFields.Count(fields.Has) != 1)
        {
            fields.Context.Fault(fields.Pointer, $"Exactly one of these fields is required: [{string.Join(", ", timeFields)}]");
        }

        WaitTime? time = fields.IsJsonata ? ReadJsonata(fields) : ReadJsonPath(fields);
        StateFields common = state.Read();
        return time is null ? null : new WaitState(common, time);
    }

    private static WaitTime? ReadJsonata(FieldReader fields)
    {
        bool isSecondsExpression = JsonataFieldReader.TryRead(fields, "Seconds", out JsonataField? seconds);
        bool isTimestampExpression = JsonataFieldReader.TryRead(fields, "Timestamp", out JsonataField? timestamp);
        WaitTime? literalSeconds = isSecondsExpression ? null : ReadSeconds(fields);
        WaitTime? literalTimestamp = isTimestampExpression ? null : ReadTimestamp(fields);
        return seconds is not null ? WaitTime.ForSecondsOf(seconds)
            : timestamp is not null ? WaitTime.UntilTimestampOf(timestamp)
            : literalSeconds ?? literalTimestamp;
    }

    private static WaitTime? ReadJsonPath(FieldReader fields)
    {
        WaitTime? seconds = ReadSeconds(fields);
        JsonPath? secondsPath = fields.Path("SecondsPath");
        WaitTime? timestamp = ReadTimestamp(fields);
        JsonPath? timestampPath = fields.Path("TimestampPath");
        return secondsPath is not null ? WaitTime.ForSecondsAt(secondsPath)
            : timestampPath is not null ? WaitTime.UntilTimestampAt(timestampPath)
            : seconds ?? timestamp;
    }

    private static WaitTime? ReadSeconds(FieldReader fields) => fields.Integer("Seconds", 0, LongestWait) is { } seconds ? WaitTime.For(seconds) : null;

    private static WaitTime? ReadTimestamp(FieldReader fields)
    {
        if (fields.Text("Timestamp") is not { } timestamp)
        {
            return null;
        }

        if (Rfc3339.TryParse(timestamp, out DateTimeOffset time))
        {
            return WaitTime.Until(time);
        }

        fields.Fault("Timestamp", "String does not match RFC3339 timestamp", "For example 2026-03-14T01:59:00Z.");
        return null;
    }
}
