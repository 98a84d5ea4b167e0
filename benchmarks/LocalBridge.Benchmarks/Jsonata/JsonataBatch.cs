using LocalBridge.Json;
using LocalBridge.Json.Jsonata;

namespace LocalBridge.Benchmarks.Jsonata;

/// <summary>
/// Answers the differential test (benchmarks/jsonata/differential.mjs): one line in, one line out. A line is an object with the members
/// <c>e</c> (expression), <c>d</c> (input) and <c>b</c> (variables); the answer has <c>r</c> (result), <c>u</c> (nothing), <c>n</c> (a number JSON
/// cannot hold) or <c>c</c> (code of the error) with <c>p</c>, <c>t</c>, <c>v</c> and <c>m</c> (position, token, value, message).
/// </summary>
internal static class JsonataBatch
{
    private static readonly JsonataOptions Options = new() { Timeout = TimeSpan.FromSeconds(10), MaximumSequenceLength = 2_000_000 };

    internal static int Run(TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } line)
        {
            output.WriteLine(((JsonValue)Answer(JsonValue.Parse(line))).ToJson());
        }

        return 0;
    }

    private static JsonObject Answer(JsonValue request)
    {
        var bindings = new JsonataBindings();
        foreach (KeyValuePair<string, JsonValue> binding in request["b"].IsObject ? request["b"].AsObject() : JsonObject.Empty)
        {
            bindings.Set(binding.Key, binding.Value);
        }

        try
        {
            JsonValue result = JsonataExpression.Compile(request["e"].GetString(), Options).Evaluate(request["d"], bindings);
            return result.IsUndefined ? Member("u", 1)
                : result.IsNumber && !double.IsFinite(result.GetDouble()) ? Member("n", result.GetDouble().ToString(System.Globalization.CultureInfo.InvariantCulture))
                : Member("r", result);
        }
        catch (JsonataException failure)
        {
            JsonObject answer = Member("c", failure.Code).SetItem("p", failure.Position).SetItem("m", failure.Message);
            answer = failure.Token is { } token ? answer.SetItem("t", token) : answer;
            return failure.Value.IsUndefined ? answer : answer.SetItem("v", failure.Value.ToString());
        }
    }

    private static JsonObject Member(string name, JsonValue value) => JsonObject.Empty.SetItem(name, value);
}
