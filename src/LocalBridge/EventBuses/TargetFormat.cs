using System.Collections.Immutable;
using LocalBridge.Json;
using LocalBridge.Storage;
using LocalBridge.Targets;

namespace LocalBridge.EventBuses;

/// <summary>Writes targets as JSON, in the members of the service where it has them.</summary>
internal static class TargetFormat
{
    internal static JsonObject Write(Target target)
    {
        var json = new JsonObjectBuilder();
        json.SetItem("Id", target.Id);
        json.SetItem("Arn", target.Arn);
        json.SetItem("RoleArn", target.RoleArn);
        json.SetItem("Input", target.Input);
        json.SetItem("InputPath", target.InputPath);
        json.SetItem("DeadLetterArn", target.DeadLetterConfig?.Arn);
        if (target.InputTransformer is { } transformer)
        {
            var paths = new JsonObjectBuilder(transformer.InputPathsMap.Count);
            foreach (KeyValuePair<string, string> path in transformer.InputPathsMap)
                paths.SetItem(path.Key, path.Value);
            json.SetItem("InputPathsMap", paths.Build());
            json.SetItem("InputTemplate", transformer.InputTemplate);
        }

        if (target.RetryPolicy is { } retry)
        {
            json.SetItem("MaximumRetryAttempts", retry.MaximumRetryAttempts);
            json.SetItem("MaximumEventAgeTicks", retry.MaximumEventAge.Ticks);
        }

        if (target.DeliveryOptions is { } delivery)
        {
            json.SetItem("Concurrency", delivery.Concurrency is { } concurrency ? concurrency : JsonValue.Null);
            json.SetItem("Capacity", delivery.Capacity is { } capacity ? capacity : JsonValue.Null);
            json.SetItem("FullMode", delivery.FullMode.ToString());
            json.SetItem("IsIsolated", delivery.IsIsolated);
        }

        return json.Build();
    }

    internal static Target Read(JsonValue json) => new()
    {
        Id = json["Id"].GetString(),
        Arn = json["Arn"].GetString(),
        RoleArn = StoredJson.Text(json["RoleArn"]),
        Input = StoredJson.Text(json["Input"]),
        InputPath = StoredJson.Text(json["InputPath"]),
        InputTransformer = ReadTransformer(json),
        DeadLetterConfig = StoredJson.Text(json["DeadLetterArn"]) is { } arn ? new DeadLetterConfig(arn) : null,
        RetryPolicy = json["MaximumRetryAttempts"].IsUndefined ? null : new RetryPolicy
        {
            MaximumRetryAttempts = (int)StoredJson.Int64(json["MaximumRetryAttempts"]),
            MaximumEventAge = new TimeSpan(StoredJson.Int64(json["MaximumEventAgeTicks"])),
        },
        DeliveryOptions = json["FullMode"].IsUndefined ? null : new DeliveryOptions
        {
            Concurrency = json["Concurrency"].TryGetInt64(out long concurrency) ? (int)concurrency : null,
            Capacity = json["Capacity"].TryGetInt64(out long capacity) ? (int)capacity : null,
            FullMode = Enum.Parse<TargetFullMode>(json["FullMode"].GetString()),
            IsIsolated = json["IsIsolated"].IsTrue,
        },
    };

    private static InputTransformer? ReadTransformer(JsonValue json) => json["InputTemplate"].IsUndefined ? null : new InputTransformer
    {
        InputPathsMap = json["InputPathsMap"].AsObject().ToImmutableDictionary(static path => path.Key, static path => path.Value.GetString()),
        InputTemplate = json["InputTemplate"].GetString(),
    };
}
