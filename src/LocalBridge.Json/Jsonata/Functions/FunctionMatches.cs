using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Regexes;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Gives the matches that a function of the expression finds: it returns the first, which has a function for the next.</summary>
internal sealed class FunctionMatches(Evaluation evaluation, FunctionValue matcher, string text) : MatchSource
{
    private FunctionValue? _next = matcher;
    private JsonValue _argument = text;

    internal override RegexHit? Next()
    {
        if (_next is null)
        {
            return null;
        }

        evaluation.CheckTime();
        int start = evaluation.Top;
        evaluation.Push(_argument);
        JsonValue match = Sequences.Sequence.Reduce(_next.Call(evaluation, start, 1, JsonValue.Null));
        _argument = default;
        if (match.IsUndefined)
        {
            _next = null;
            return null;
        }

        JsonValue at = match["start"];
        JsonValue end = match["end"];
        JsonValue groups = match["groups"];
        _next = match["next"].Reference as FunctionValue;
        if (!at.IsNumber && !groups.IsArray && _next is null)
        {
            throw new JsonataException("T1010");
        }

        string found = match["match"].TryGetString(out string? matched) ? matched : string.Empty;
        int from = ToPlace(at, 0);
        return new RegexHit(found, from, ToPlace(end, from + found.Length), groups.TryGetArray(out JsonArray? array) ? array : JsonArray.Empty);
    }

    private static int ToPlace(JsonValue value, int otherwise) =>
        value.TryGetNumber(out double number) && !double.IsNaN(number) ? (int)Math.Clamp(number, 0, int.MaxValue) : otherwise;
}
