using System.Collections.Immutable;

namespace LocalBridge.Conformance.Comparing;

/// <summary>Represents an expected text, which may hold placeholders: <c>arn:…:execution:&lt;ArnPart_0idx&gt;:&lt;uuid:1&gt;</c>.</summary>
internal sealed class TextTemplate
{
    private const string JsonInputPrefix = "json-input:";

    private readonly ImmutableArray<Segment> _segments;

    private TextTemplate(ImmutableArray<Segment> segments)
    {
        _segments = segments;
    }

    /// <summary>Gets the placeholder's name when the text is one placeholder and nothing else; otherwise <see langword="null"/>.</summary>
    public string? SinglePlaceholder => _segments is [{ IsPlaceholder: true, Text: var name }] ? name : null;

    /// <summary>Gets whether there is any placeholder in the text.</summary>
    public bool HasPlaceholder => _segments.Any(static segment => segment.IsPlaceholder);

    /// <summary>Splits a text at its placeholders: <c>&lt;</c>, at least one character that is neither bracket, <c>&gt;</c>.</summary>
    public static TextTemplate Parse(string text)
    {
        ImmutableArray<Segment>.Builder segments = ImmutableArray.CreateBuilder<Segment>();
        int literalStart = 0;
        for (int start = text.IndexOf('<', StringComparison.Ordinal); start >= 0; start = text.IndexOf('<', start + 1))
        {
            int end = text.AsSpan(start + 1).IndexOfAny('<', '>');
            if (end <= 0 || text[start + 1 + end] != '>')
            {
                continue;
            }

            if (start > literalStart)
            {
                segments.Add(new Segment(text[literalStart..start], IsPlaceholder: false));
            }

            segments.Add(new Segment(text.Substring(start + 1, end), IsPlaceholder: true));
            literalStart = start + end + 2;
        }

        if (literalStart < text.Length || segments.Count == 0)
        {
            segments.Add(new Segment(text[literalStart..], IsPlaceholder: false));
        }

        return new TextTemplate(segments.ToImmutable());
    }

    /// <summary>Returns whether a text fits, and binds the placeholders it fixes. Nothing stays bound when it does not fit.</summary>
    public bool Matches(string text, ComparisonRules rules, PlaceholderScope scope)
    {
        int checkpoint = scope.Checkpoint;
        if (Matches(0, text, 0, rules, scope))
        {
            return true;
        }

        scope.Rollback(checkpoint);
        return false;
    }

    private bool Matches(int index, string text, int position, ComparisonRules rules, PlaceholderScope scope)
    {
        if (index == _segments.Length)
        {
            return position == text.Length;
        }

        Segment segment = _segments[index];
        bool isFree = segment.IsPlaceholder && rules.IsFreePlaceholder(segment.Text);
        string literal = segment.Text;
        if (!segment.IsPlaceholder || (!isFree && scope.TryGet(segment.Text, out literal)))
        {
            return text.AsSpan(position).StartsWith(literal, StringComparison.Ordinal)
                && Matches(index + 1, text, position + literal.Length, rules, scope);
        }

        // Shortest first: what follows a placeholder in these texts is a separator that does not occur inside its value.
        bool isLast = index == _segments.Length - 1;
        for (int end = isLast ? text.Length : position + 1; end <= text.Length && end > position; end++)
        {
            int checkpoint = scope.Checkpoint;
            string value = text[position..end];
            if (IsAllowed(segment.Text, value, scope))
            {
                if (!isFree)
                {
                    scope.Bind(segment.Text, value);
                }

                if (Matches(index + 1, text, end, rules, scope))
                {
                    return true;
                }

                scope.Rollback(checkpoint);
            }
        }

        return false;
    }

    private static bool IsAllowed(string name, string value, PlaceholderScope scope) =>
        !name.StartsWith(JsonInputPrefix, StringComparison.Ordinal) || scope.IsStateInput(value);

    private readonly record struct Segment(string Text, bool IsPlaceholder);
}
