using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.MapRuns;

/// <summary>All that a Map Run is given when it begins. It is written as JSON into the command, so that it outlives the process like any task.</summary>
internal sealed record MapRunRequest
{
    internal required string MapRunArn { get; init; }

    /// <summary>The number in the definition; 0 for none.</summary>
    internal int MaxConcurrency { get; init; }

    /// <summary>How many children may run at once.</summary>
    internal int ConcurrencyLimit { get; init; }

    internal long? ToleratedFailureCount { get; init; }

    internal double? ToleratedFailurePercentage { get; init; }

    internal JsonValue Items { get; init; }

    internal JsonValue ReaderArguments { get; init; }

    internal long? MaxItems { get; init; }

    internal long? MaxItemsPerBatch { get; init; }

    internal long? MaxInputBytesPerBatch { get; init; }

    internal JsonValue BatchInput { get; init; }

    internal JsonValue WriterArguments { get; init; }

    /// <summary>The effective input of the state.</summary>
    internal JsonValue Input { get; init; }

    internal required MapRunScope Scope { get; init; }

    internal JsonValue Write()
    {
        var json = new JsonObjectBuilder(20);
        json[nameof(MapRunArn)] = MapRunArn;
        json[nameof(MaxConcurrency)] = MaxConcurrency;
        json[nameof(ConcurrencyLimit)] = ConcurrencyLimit;
        Write(json, nameof(ToleratedFailureCount), ToleratedFailureCount is { } count ? count : JsonValue.Undefined);
        Write(json, nameof(ToleratedFailurePercentage), ToleratedFailurePercentage is { } percentage ? percentage : JsonValue.Undefined);
        Write(json, nameof(Items), Items);
        Write(json, nameof(ReaderArguments), ReaderArguments);
        Write(json, nameof(MaxItems), MaxItems is { } items ? items : JsonValue.Undefined);
        Write(json, nameof(MaxItemsPerBatch), MaxItemsPerBatch is { } perBatch ? perBatch : JsonValue.Undefined);
        Write(json, nameof(MaxInputBytesPerBatch), MaxInputBytesPerBatch is { } bytes ? bytes : JsonValue.Undefined);
        Write(json, nameof(BatchInput), BatchInput);
        Write(json, nameof(WriterArguments), WriterArguments);
        json[nameof(Input)] = Input;
        json[nameof(Scope.Variables)] = Scope.Variables;
        json[nameof(Scope.EnteredTime)] = Scope.EnteredTime.UtcTicks;
        json[nameof(Scope.RetryCount)] = Scope.RetryCount;
        Write(json, nameof(Scope.OuterItem), Scope.OuterItem);
        json[nameof(Scope.OuterIndex)] = Scope.OuterIndex;
        json[nameof(Scope.Seed)] = unchecked((long)Scope.Seed);
        return json.Build();
    }

    internal static MapRunRequest Read(JsonValue json) => new()
    {
        MapRunArn = json[nameof(MapRunArn)].GetString(),
        MaxConcurrency = (int)(ReadNumber(json, nameof(MaxConcurrency)) ?? 0),
        ConcurrencyLimit = (int)(ReadNumber(json, nameof(ConcurrencyLimit)) ?? 1),
        ToleratedFailureCount = ReadNumber(json, nameof(ToleratedFailureCount)),
        ToleratedFailurePercentage = json[nameof(ToleratedFailurePercentage)] is { IsNumber: true } percentage ? percentage.GetDouble() : null,
        Items = json[nameof(Items)],
        ReaderArguments = json[nameof(ReaderArguments)],
        MaxItems = ReadNumber(json, nameof(MaxItems)),
        MaxItemsPerBatch = ReadNumber(json, nameof(MaxItemsPerBatch)),
        MaxInputBytesPerBatch = ReadNumber(json, nameof(MaxInputBytesPerBatch)),
        BatchInput = json[nameof(BatchInput)],
        WriterArguments = json[nameof(WriterArguments)],
        Input = json[nameof(Input)],
        Scope = new MapRunScope(
            json[nameof(Scope.Variables)].AsObject(),
            new DateTimeOffset(ReadNumber(json, nameof(Scope.EnteredTime)) ?? 0, TimeSpan.Zero),
            (int)(ReadNumber(json, nameof(Scope.RetryCount)) ?? 0),
            json[nameof(Scope.OuterItem)],
            (int)(ReadNumber(json, nameof(Scope.OuterIndex)) ?? 0),
            unchecked((ulong)(ReadNumber(json, nameof(Scope.Seed)) ?? 0))),
    };

    private static void Write(JsonObjectBuilder json, string name, JsonValue value)
    {
        if (!value.IsUndefined)
        {
            json[name] = value;
        }
    }

    private static long? ReadNumber(JsonValue json, string name) => json[name].TryGetInt64(out long number) ? number : null;
}
