using System.Buffers;
using LocalBridge.Json;
using LocalBridge.Storage;
using LocalBridge.Workflows.MapRuns;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Writes what is known of a Map Run that has ended as JSON.</summary>
internal sealed class MapRunFormat : PayloadFormat<MapRunDescription>
{
    internal static MapRunFormat Instance { get; } = new();

    internal override void Write(MapRunDescription value, IBufferWriter<byte> output)
    {
        var json = new JsonObjectBuilder(12);
        json.SetItem("arn", value.MapRunArn);
        json.SetItem("executionArn", value.ExecutionArn);
        json.SetItem("stateMachineArn", value.StateMachineArn);
        json.SetItem("status", value.Status.ToString());
        json.SetItem("startDate", value.StartDate.UtcTicks);
        json.SetItem("stopDate", value.StopDate is { } stopDate ? stopDate.UtcTicks : JsonValue.Null);
        json.SetItem("maxConcurrency", value.MaxConcurrency);
        json.SetItem("toleratedFailureCount", value.ToleratedFailureCount);
        json.SetItem("toleratedFailurePercentage", value.ToleratedFailurePercentage);
        json.SetItem("items", Write(value.ItemCounts));
        json.SetItem("executions", Write(value.ExecutionCounts));
        ((JsonValue)json.Build()).WriteTo(output);
    }

    internal override MapRunDescription Read(ReadOnlyMemory<byte> bytes)
    {
        JsonValue json = StoredJson.Parse(bytes.Span, "Map Run");
        return new MapRunDescription
        {
            MapRunArn = json["arn"].GetString(),
            ExecutionArn = json["executionArn"].GetString(),
            StateMachineArn = json["stateMachineArn"].GetString(),
            Status = Enum.Parse<MapRunStatus>(json["status"].GetString()),
            StartDate = StoredJson.Time(json["startDate"]),
            StopDate = json["stopDate"].IsNull ? null : StoredJson.Time(json["stopDate"]),
            MaxConcurrency = (int)StoredJson.Int64(json["maxConcurrency"]),
            ToleratedFailureCount = StoredJson.Int64(json["toleratedFailureCount"]),
            ToleratedFailurePercentage = json["toleratedFailurePercentage"].GetDouble(),
            ItemCounts = ReadCounts(json["items"]),
            ExecutionCounts = ReadCounts(json["executions"]),
        };
    }

    private static JsonValue Write(MapRunCounts counts)
    {
        ReadOnlySpan<JsonValue> numbers =
        [
            counts.Pending, counts.Running, counts.Succeeded, counts.Failed, counts.TimedOut, counts.Aborted, counts.Total, counts.ResultsWritten,
        ];
        return JsonArray.Create(numbers);
    }

    private static MapRunCounts ReadCounts(JsonValue counts) => new()
    {
        Pending = StoredJson.Int64(counts[0]),
        Running = StoredJson.Int64(counts[1]),
        Succeeded = StoredJson.Int64(counts[2]),
        Failed = StoredJson.Int64(counts[3]),
        TimedOut = StoredJson.Int64(counts[4]),
        Aborted = StoredJson.Int64(counts[5]),
        Total = StoredJson.Int64(counts[6]),
        ResultsWritten = StoredJson.Int64(counts[7]),
    };
}
