using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Failures;
using LocalBridge.Json.Jsonata.Sequences;
using LocalBridge.Json.Jsonata.Strings;

namespace LocalBridge.Json.Jsonata.Functions.BuiltIn;

/// <summary>The functions of strings.</summary>
internal static class StringFunctions
{
    internal static IEnumerable<NativeFunction> All() =>
    [
        Define.Strict("string", "<x-b?:s>", 1, (evaluation, arguments) => Bounded(evaluation, ToText(arguments[0], arguments[1].IsTrue))),
        Define.Strict("substring", "<s-nn?:s>", 3, (_, arguments) => Substring(arguments)),
        Define.Strict("substringBefore", "<s-s:s>", 2, (_, arguments) => Before(arguments[0].GetString(), arguments[1])),
        Define.Strict("substringAfter", "<s-s:s>", 2, (_, arguments) => After(arguments[0].GetString(), arguments[1])),
        Define.Text("lowercase", "<s-:s>", text => LetterCase.ToLower(text)),
        Define.Text("uppercase", "<s-:s>", text => LetterCase.ToUpper(text)),
        Define.Text("length", "<s-:n>", text => CodePoints.Length(text)),
        Define.Text("trim", "<s-:s>", text => TextFunctions.Trim(text)),
        Define.Strict("pad", "<s-ns?:s>", 3, (evaluation, arguments) => Pad(evaluation, arguments)),
        Define.Strict("join", "<a<s>s?:s>", 2, (evaluation, arguments) =>
            Join(evaluation, arguments[0].AsArray(), Define.OptionalText(arguments[1]) ?? string.Empty)),
    ];

    internal static string ToText(JsonValue value, bool isPretty = false) => ValueText.Create(Sequence.Unwrap(value), isPretty);

    internal static JsonValue Bounded(Evaluation evaluation, string text) =>
        text.Length <= evaluation.Limits.StringLength ? text : throw FailureCodes.TooLarge();

    private static JsonValue Substring(ReadOnlySpan<JsonValue> arguments) =>
        CodePoints.Substring(
            arguments[0].GetString(),
            arguments[1].IsUndefined ? double.NaN : arguments[1].GetDouble(),
            Define.OptionalNumber(arguments[2]));

    private static JsonValue Before(string text, JsonValue mark) => mark.IsUndefined ? text : TextFunctions.Before(text, mark.GetString());

    private static JsonValue After(string text, JsonValue mark) => mark.IsUndefined ? text : TextFunctions.After(text, mark.GetString());

    private static JsonValue Pad(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        double width = arguments[1].IsUndefined ? 0 : arguments[1].GetDouble();
        return Math.Abs(width) > evaluation.Limits.StringLength
            ? throw FailureCodes.TooLarge()
            : CodePoints.Pad(arguments[0].GetString(), width, Define.OptionalText(arguments[2]));
    }

    private static JsonValue Join(Evaluation evaluation, JsonArray texts, string separator)
    {
        if (texts.Count == 1)
        {
            return texts[0];
        }

        long length = (long)separator.Length * Math.Max(texts.Count - 1, 0);
        foreach (JsonValue text in texts.AsSpan())
        {
            length += text.GetString().Length;
        }

        if (length > evaluation.Limits.StringLength)
        {
            throw FailureCodes.TooLarge();
        }

        return string.Create((int)length, (texts, separator), static (target, state) =>
        {
            bool isFirst = true;
            foreach (JsonValue item in state.texts.AsSpan())
            {
                if (!isFirst)
                {
                    state.separator.CopyTo(target);
                    target = target[state.separator.Length..];
                }

                isFirst = false;
                string text = item.GetString();
                text.CopyTo(target);
                target = target[text.Length..];
            }
        });
    }
}
