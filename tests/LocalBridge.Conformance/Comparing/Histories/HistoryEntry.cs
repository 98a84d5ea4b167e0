using System.Text.Json;

namespace LocalBridge.Conformance.Comparing.Histories;

/// <summary>Represents one event of a history, expected or actual, in the shape of the AWS API.</summary>
/// <param name="Id">Its number; <see langword="null"/> where the recorder lost it.</param>
/// <param name="PreviousId">The number of the event that caused it; <see langword="null"/> where the recorder lost it.</param>
/// <param name="Type">What happened.</param>
/// <param name="Details">The event as a whole; the details are its members that end in <c>EventDetails</c>.</param>
internal sealed record HistoryEntry(long? Id, long? PreviousId, string Type, JsonElement Details)
{
    private const string DetailsSuffix = "EventDetails";

    /// <summary>Reads a history. A MapStateExited that points at MapRunSucceeded is made to point at MapRunStarted, as that event does:
    /// the service does either, so both sides are brought to one form.</summary>
    public static List<HistoryEntry> ReadAll(IEnumerable<JsonElement> events)
    {
        List<HistoryEntry> entries = [.. events.Select(Read)];
        for (int index = 0; index < entries.Count; index++)
        {
            if (entries[index].Type == "MapStateExited"
                && entries.Find(entry => entry.Id is not null && entry.Id == entries[index].PreviousId) is { Type: "MapRunSucceeded" } cause)
            {
                entries[index] = entries[index] with { PreviousId = cause.PreviousId };
            }
        }

        return entries;
    }

    /// <summary>Returns the members that hold details: none or one in a recorded event.</summary>
    public IEnumerable<JsonProperty> DetailsMembers() =>
        Details.EnumerateObject().Where(static member => member.Name.EndsWith(DetailsSuffix, StringComparison.Ordinal));

    /// <summary>Returns the event in one line, for a report.</summary>
    public string Show()
    {
        string details = string.Join(" ", DetailsMembers().Select(static member => JsonTexts.Show(member.Value)));
        return $"#{Id?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} (after #{PreviousId}) {Type} {details}".TrimEnd();
    }

    private static HistoryEntry Read(JsonElement element) => new(
        NumberOf(element, "id"),
        NumberOf(element, "previousEventId"),
        element.GetProperty("type").GetString()!,
        element);

    private static long? NumberOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}
