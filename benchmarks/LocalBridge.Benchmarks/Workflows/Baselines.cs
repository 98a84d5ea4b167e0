using LocalBridge.Json;

namespace LocalBridge.Benchmarks.Workflows;

/// <summary>The work of the workloads without an engine.</summary>
internal static class Baselines
{
    internal static JsonValue Increment(JsonValue input)
    {
        input["x"].TryGetInt64(out long x);
        var output = new JsonObjectBuilder(1);
        output["x"] = x + 1;
        return output.Build();
    }

    internal static async Task<JsonValue> PlainAsync(JsonValue input)
    {
        for (int i = 0; i < 5; i++)
        {
            await Task.Yield();
            input = Increment(input);
        }

        return input;
    }

    internal static async Task<JsonValue> PlainFanAsync(int count) => JsonArray.Create(await Task.WhenAll(Enumerable.Range(0, count).Select(static async item =>
    {
        await Task.Yield();
        return (JsonValue)item;
    })));
}
