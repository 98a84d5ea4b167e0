using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Regexes;
using LocalBridge.Json.Jsonata.Sequences;
using LocalBridge.Json.Jsonata.Strings;

namespace LocalBridge.Json.Jsonata.Functions.BuiltIn;

/// <summary>$match, $contains, $replace and $split.</summary>
internal static class MatchingFunctions
{
    internal static IEnumerable<NativeFunction> All() =>
    [
        Define.Strict("match", "<s-f<s:o>n?:a<o>>", 3, Match),
        new NativeFunction("contains", Signatures.SignatureReader.Read("<s-(sf):b>"), 2, Contains) { IsBoolean = true },
        Define.Strict("replace", "<s-(sf)(sf)n?:s>", 4, Replace),
        Define.Strict("split", "<s-(sf)n?:a<s>>", 3, Split),
    ];

    private static MatchSource Matches(Evaluation evaluation, JsonValue matcher, string text) => matcher.Reference switch
    {
        RegexValue regex => new RegexMatches(regex.Regex, text),
        FunctionValue function => new FunctionMatches(evaluation, function, text),
        _ => throw new JsonataException("T1010"),
    };

    private static JsonValue Match(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments) =>
        NoteGroups(evaluation, RegexFunctions.Match(
            Matches(evaluation, arguments[1], arguments[0].GetString()),
            Define.OptionalNumber(arguments[2])));

    // A group that took no part is nothing in its array, and null once that leaves the evaluation.
    private static JsonValue NoteGroups(Evaluation evaluation, JsonArray matches)
    {
        foreach (JsonValue match in matches.AsSpan())
        {
            foreach (JsonValue group in match["groups"].AsArray())
            {
                evaluation.HoldsFunctions |= group.IsUndefined;
            }
        }

        return Sequence.Of(matches);
    }

    private static JsonValue Contains(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        if (arguments[0].IsUndefined || arguments[1].IsUndefined)
        {
            return default;
        }

        string text = arguments[0].GetString();
        return arguments[1].Reference switch
        {
            string token => text.Contains(token, StringComparison.Ordinal),
            RegexValue regex => regex.Regex.IsMatch(text),
            _ => Matches(evaluation, arguments[1], text).Next() is not null,
        };
    }

    private static JsonValue Replace(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        string text = arguments[0].GetString();
        double? limit = Define.OptionalNumber(arguments[3]);
        string? replacement = arguments[2].Reference as string;
        string result;
        if (arguments[1].TryGetString(out string? pattern))
        {
            TextFunctions.CheckReplace(pattern.Length == 0, limit);
            result = replacement is null && !text.Contains(pattern, StringComparison.Ordinal)
                ? text
                : TextFunctions.Replace(text, pattern, replacement ?? throw NotText(arguments[2]), limit);
        }
        else
        {
            MatchSource matches = Matches(evaluation, arguments[1], text);
            result = replacement is not null ? RegexFunctions.Replace(text, matches, replacement, limit)
                : arguments[2].Reference is FunctionValue replacer ? RegexFunctions.Replace(text, matches, Replacer(evaluation, replacer), limit)
                : matches.Next() is null ? text
                : throw NotText(arguments[2]);
        }

        return StringFunctions.Bounded(evaluation, result);
    }

    private static JsonataException NotText(JsonValue value) => new("D3012", -1, null, value);

    private static Func<RegexHit, JsonValue> Replacer(Evaluation evaluation, FunctionValue replacer) => hit =>
    {
        int start = evaluation.Top;
        evaluation.Push(RegexValue.ToMatch(hit, null));
        return replacer.Call(evaluation, start, 1, JsonValue.Null);
    };

    private static JsonValue Split(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        string text = arguments[0].GetString();
        double? limit = Define.OptionalNumber(arguments[2]);
        return arguments[1].TryGetString(out string? separator)
            ? TextFunctions.Split(text, separator, limit)
            : RegexFunctions.Split(text, Matches(evaluation, arguments[1], text), limit);
    }
}
