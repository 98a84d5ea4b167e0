using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Regexes;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Represents a regular expression, which is a function: given a text, it returns its first match, which knows the next.</summary>
internal sealed class RegexValue(JsRegex regex) : FunctionValue
{
    private static readonly JsonObjectShape PlainShape = new(["match", "start", "end", "groups"], null);
    private static readonly JsonObjectShape Shape = new(["match", "start", "end", "groups", "next"], null);

    internal JsRegex Regex => regex;

    internal override int Arity => 2;

    internal static RegexValue Create(string pattern, string flags, int position)
    {
        try
        {
            return new RegexValue(JsRegex.Parse(
                pattern,
                flags.Contains('i', StringComparison.Ordinal),
                flags.Contains('m', StringComparison.Ordinal)));
        }
        catch (JsonataException failure) when (failure.Locate(position, null))
        {
            throw;
        }
    }

    /// <summary>Makes the object that describes a match.</summary>
    /// <param name="hit">The match.</param>
    /// <param name="next">The function that finds the next one, or <see langword="null"/> where nobody asks for it.</param>
    internal static JsonValue ToMatch(in RegexHit hit, FunctionValue? next) => next is null
        ? new JsonObject(PlainShape, [hit.Text, hit.Start, hit.End, hit.ToGroups()])
        : new JsonObject(Shape, [hit.Text, hit.Start, hit.End, hit.ToGroups(), next.ToValue()]);

    internal override JsonValue Call(Evaluation evaluation, int arguments, int count, JsonValue context)
    {
        JsonValue subject = count > 0 ? evaluation[arguments] : default;
        double from = count > 1 && evaluation[arguments + 1].IsNumber ? evaluation[arguments + 1].GetDouble() : 0;
        evaluation.Pop(arguments);
        string text = subject.IsUndefined ? "undefined" : BuiltIn.StringFunctions.ToText(subject);
        return from >= 0 && from <= text.Length ? Describe(evaluation, regex.Match(text, (int)from), text) : default;
    }

    private JsonValue Describe(Evaluation evaluation, RegexHit? hit, string text)
    {
        if (hit is not { } found)
        {
            return default;
        }

        evaluation.HoldsFunctions = true;
        return ToMatch(found, new Continuation(this, text, found.End));
    }

    private sealed class Continuation(RegexValue regex, string text, int end) : FunctionValue
    {
        internal override int Arity => 0;

        internal override JsonValue Call(Evaluation evaluation, int arguments, int count, JsonValue context)
        {
            evaluation.Pop(arguments);
            return regex.Describe(evaluation, RegexMatches.After(regex.Regex, text, end), text);
        }
    }
}
