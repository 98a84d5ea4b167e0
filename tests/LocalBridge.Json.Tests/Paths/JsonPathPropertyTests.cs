using CsCheck;
using LocalBridge.Json.Paths;
using LocalBridge.Json.Tests.Support;

namespace LocalBridge.Json.Tests.Paths;

public sealed class JsonPathPropertyTests
{
    private static readonly Gen<string> Steps = JsonGen.Among(".a", ".b", ".id", "[0]", "[1]", "[*]", "..a", "..id");

    // Pieces of paths, so that most mutants are nearly paths.
    private static readonly Gen<string> Pieces = JsonGen.Among(
        "$", ".", "..", "a", "b", "['", "']", "[", "]", "[0]", "[-1]", "[1:]", "[:2]", "[0,1]", "[*]", "*", "[?(", ")]", "@", "@.a", " ", "==", "!=",
        "<", ">=", "=~", "/x/", "/(x+)+$/i", "'x'", "1", "null", "&&", "||", "!", "(", ")", "(@.length-1)", "\\", "\"", ",", ":", "é", "\uD800", "9999999999");

    // The oracle knows nothing of the rule that a missing name in the middle of an indefinite path is no fault, so where it finds
    // nothing it judges definite paths only: see the conformance data for the rest.
    [Test]
    public void Evaluate_CoreSteps_AgreesWithTheNaiveEvaluator() => Gen.Select(JsonGen.Values, Steps.Array[1, 4]).Check(
        30_000,
        sample =>
        {
            (JsonValue value, string[] steps) = sample;
            var path = JsonPath.Parse("$" + string.Concat(steps));
            bool found = path.TryEvaluate(value, out JsonValue result, out _);
            return NaivePath.TryEvaluate(value, steps, out List<JsonValue> expected)
                ? found && result == (path.IsDefinite ? expected[0] : JsonArray.Create([.. expected]))
                : !found || !path.IsDefinite;
        },
        sample => $"${string.Concat(sample.Item2)} of {sample.Item1}");

    [Test]
    public void TryParseAndEvaluate_AnyText_GivesAResultOrAnErrorWithinTheText() => Gen.Select(Pieces.Array[0, 12], JsonGen.Values).Check(
        60_000,
        sample =>
        {
            string text = "$" + string.Concat(sample.Item1);
            if (!JsonPath.TryParse(text, out JsonPath? path, out JsonPathError? error))
            {
                return error.Kind == JsonPathErrorKind.Syntax && error.Position >= 0 && error.Position <= text.Length;
            }

            return path.TryEvaluate(sample.Item2, out JsonValue result, out error)
                ? !result.IsUndefined
                : error.Kind != JsonPathErrorKind.Syntax && error.Position >= 0 && error.Position <= text.Length;
        },
        sample => $"${string.Concat(sample.Item1)} of {sample.Item2}");

    [Test]
    public void TrySet_ThenTryGet_ReturnsWhatWasSet() => Gen.Select(JsonGen.Values, JsonGen.Among(".a", ".b", ".new", "[0]").Array[1, 4], JsonGen.Values).Check(
        10_000,
        sample =>
        {
            (JsonValue root, string[] steps, JsonValue value) = sample;
            var path = ReferencePath.Parse("$" + string.Concat(steps));
            string before = root.ToJson();
            bool isSet = path.TrySet(root, value, out JsonValue changed, out JsonPathError? error);
            return root.ToJson() == before
                && (isSet
                    ? path.TryGet(changed, out JsonValue found, out _) && found == value
                    : error!.Kind is JsonPathErrorKind.Invalid or JsonPathErrorKind.NotFound);
        },
        sample => $"${string.Concat(sample.Item2)} of {sample.Item1}");
}
