using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using LocalBridge.EventPatterns.Compiled;
using LocalBridge.EventPatterns.Matching;

namespace LocalBridge.EventPatterns.Explaining;

/// <summary>Explains one field.</summary>
internal readonly ref struct FieldExplainer(ReadOnlySpan<byte> data, List<SeenValue> seen)
{
    internal const int ShownValues = 10;
    internal const int ShownCharacters = 100;

    private readonly ReadOnlySpan<byte> _data = data;
    private readonly List<SeenValue> _seen = seen;

    public FieldExplanation Explain(FieldCondition condition, int path, bool isMatch)
    {
        ImmutableArray<string>.Builder found = ImmutableArray.CreateBuilder<string>();
        int count = 0;
        byte container = 0;
        foreach (SeenValue value in CollectionsMarshal.AsSpan(_seen))
        {
            if (value.Path != path)
            {
                continue;
            }

            if (value.Length == 0)
            {
                container = value.First;
                continue;
            }

            count++;
            if (found.Count < ShownValues)
            {
                found.Add(Shorten(_data.Slice(value.Start, value.Length)));
            }
        }

        string reason = Reason(found, count, container, isMatch) + Expected(condition.Alternatives);
        return new FieldExplanation(condition.Path, condition.Alternatives, found.DrainToImmutable(), count, isMatch, reason);
    }

    private static string Reason(ImmutableArray<string>.Builder found, int count, byte container, bool isMatch)
    {
        string verb = isMatch ? "satisfies " : "does not satisfy ";
        if (count == 0)
        {
            return container switch
            {
                (byte)'{' => $"an object is there, which counts as no value and {verb}",
                (byte)'[' => $"an array without values is there, which {verb}",
                _ => $"the field is missing, which {verb}",
            };
        }

        string values = string.Join(", ", found);
        return count == 1
            ? $"{values} {verb}"
            : string.Create(CultureInfo.InvariantCulture, $"{(isMatch ? "one" : "none")} of the {count} values {values}{(count > found.Count ? ", \u2026" : "")} satisfies ");
    }

    private static string Expected(ImmutableArray<string> alternatives) =>
        alternatives.Length == 1 ? alternatives[0] : $"any of {string.Join(", ", alternatives)}";

    private static string Shorten(ReadOnlySpan<byte> json)
    {
        string text = Encoding.UTF8.GetString(json.Length > ShownCharacters * 4 ? json[..(ShownCharacters * 4)] : json);
        return text.Length > ShownCharacters ? $"{text.AsSpan(0, ShownCharacters)}…" : text;
    }
}
