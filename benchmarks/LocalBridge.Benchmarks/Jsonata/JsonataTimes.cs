using LocalBridge.Json;
using LocalBridge.Json.Jsonata;

namespace LocalBridge.Benchmarks.Jsonata;

/// <summary>
/// Measures the expressions of a file of speed cases for benchmarks/jsonata/compare.mjs and prints one JSON object: evaluations a second,
/// bytes allocated by one evaluation and compilations a second for each case, and whether the result is the one the file states.
/// </summary>
internal static class JsonataTimes
{
    private const int Rounds = 5;

    private static readonly TimeProvider Clock = TimeProvider.System;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(250);

    internal static int Run(string file, TextWriter output)
    {
        JsonValue content = JsonValue.Parse(File.ReadAllBytes(file));
        JsonObject results = JsonObject.Empty;
        bool areRight = true;
        foreach (JsonValue @case in content["cases"].AsArray())
        {
            JsonObject result = Measure(@case, content["data"][@case["data"].GetString()]);
            areRight &= result["right"].IsTrue;
            results = results.SetItem(@case["id"].GetString(), result);
        }

        output.WriteLine(((JsonValue)results).ToJson());
        return areRight ? 0 : 1;
    }

    private static JsonObject Measure(JsonValue @case, JsonValue data)
    {
        string text = @case["expr"].GetString();
        bool isVariable = @case["as"] == "states";
        JsonataBindings? bindings = isVariable ? new JsonataBindings().Set("states", data) : null;
        JsonValue input = isVariable ? default : data;
        JsonataExpression expression = JsonataExpression.Compile(text);
        bool isRight = expression.Evaluate(input, bindings) == @case["result"];

        double evaluations = Rate(() => expression.Evaluate(input, bindings));
        double compilations = Rate(() => JsonataExpression.Compile(text));
        return JsonObject.Empty
            .SetItem("right", isRight)
            .SetItem("rate", evaluations)
            .SetItem("bytes", Bytes(expression, input, bindings))
            .SetItem("compile", compilations);
    }

    private static long Bytes(JsonataExpression expression, JsonValue input, JsonataBindings? bindings)
    {
        const int Repetitions = 50;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Repetitions; i++)
        {
            expression.Evaluate(input, bindings);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Repetitions;
    }

    // The median of some rounds, after the runtime has compiled the code for speed.
    private static double Rate(Action action)
    {
        Measure(action, WarmUp);
        double[] rates = new double[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            rates[i] = Measure(action, Round);
        }

        Array.Sort(rates);
        return rates[Rounds / 2];
    }

    private static double Measure(Action action, TimeSpan duration)
    {
        long start = Clock.GetTimestamp();
        long count = 0;
        int batch = 1;
        TimeSpan elapsed;
        do
        {
            for (int i = 0; i < batch; i++)
            {
                action();
            }

            count += batch;
            elapsed = Clock.GetElapsedTime(start);
            batch = elapsed < duration / 50 ? batch * 2 : batch;
        }
        while (elapsed < duration);

        return count / elapsed.TotalSeconds;
    }
}
