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

    public FieldExplanation Explain(FieldCondition condition, bool isMatch)
    {
        ImmutableArray<string>.Builder found = ImmutableArray.CreateBuilder<string>();
        int count = 0;
        byte container = 0;
        foreach (SeenValue value in CollectionsMarshal.AsSpan(_seen))
        {
            if (value.Path != condition.PathId)
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

        string there = There(found, count, container);
        string reason = (isMatch ? $"{there} satisfies " : $"{there} does not satisfy ") + Expected(condition.Alternatives);
        return new FieldExplanation(condition.Path, condition.Alternatives, found.DrainToImmutable(), count, isMatch, reason);
    }

    private static string There(ImmutableArray<string>.Builder found, int count, byte container) => (count, container) switch
    {
        (0, (byte)'{') => "an object, which counts as no value,",
        (0, (byte)'[') => "an array without values",
        (0, _) => "nothing there (the field is missing), which",
        (1, _) => found[0],
        (> ShownValues, _) => string.Create(CultureInfo.InvariantCulture, $"of {count} values, among them {string.Join(", ", found)}, which"),
        _ => $"one of {string.Join(", ", found)}",
    };

    private static string Expected(ImmutableArray<string> alternatives) =>
        alternatives.Length == 1 ? alternatives[0] : $"any of {string.Join(", ", alternatives)}";

    private static string Shorten(ReadOnlySpan<byte> json)
    {
        string text = Encoding.UTF8.GetString(json.Length > ShownCharacters * 4 ? json[..(ShownCharacters * 4)] : json);
        return text.Length > ShownCharacters ? $"{text.AsSpan(0, ShownCharacters)}…" : text;
    }
}
