using LocalBridge.Json.Paths.Filters;
using LocalBridge.Json.Paths.Steps;

namespace LocalBridge.Json.Paths.Reading;

/// <summary>Reads <c>[?(…)]</c>.</summary>
/// <remarks>
/// Three limits are the service's own: brackets, <c>&amp;&amp;</c> and <c>||</c> in quotes are taken for operators, and parentheses
/// round conditions are passed over, so that <c>(a || b) &amp;&amp; c</c> means <c>a || b &amp;&amp; c</c>.
/// </remarks>
internal static class FilterReader
{
    internal static FilterStep? Read(PathText path, int position)
    {
        int end = BracketReader.FindEnd(path, position);
        if (end < 0)
        {
            return path.Fail<FilterStep>("The bracket is not closed; expected ']' at the end of the filter.", position);
        }

        (int start, int stop) = Trim(path.Text, path.Position + 1, end);
        path.Position = end + 1;
        if (stop - start < 2 || path.Text[start] != '(' || path.Text[stop - 1] != ')')
        {
            return path.Fail<FilterStep>("A filter stands in parentheses: [?(@.name == 'value')].", start);
        }

        return AreBalanced(path, start, stop) && ReadAlternatives(path, start + 1, stop - 1) is { } alternatives
            ? new FilterStep(position, new PathFilter(alternatives))
            : null;
    }

    internal static (int Start, int Stop) Trim(string text, int start, int stop)
    {
        while (start < stop && text[start] == ' ')
        {
            start++;
        }

        while (stop > start && text[stop - 1] == ' ')
        {
            stop--;
        }

        return (start, stop);
    }

    /// <summary>Tells whether a quote begins or ends a text: inside of one a backslash before it makes it a character.</summary>
    internal static bool IsQuote(string text, int at, bool isInQuotes) =>
        text[at] == '\'' && (!isInQuotes || text[at - 1] != '\\');

    private static bool AreBalanced(PathText path, int start, int stop)
    {
        int open = 0;
        bool isInQuotes = false;
        for (int at = start; at < stop && open >= 0; at++)
        {
            isInQuotes ^= IsQuote(path.Text, at, isInQuotes);
            open += isInQuotes ? 0 : path.Text[at] == '(' ? 1 : path.Text[at] == ')' ? -1 : 0;
        }

        if (open == 0 && !isInQuotes)
        {
            return true;
        }

        path.Fail<object>(isInQuotes ? "A quote in the filter is not closed." : "The parentheses of the filter are not balanced.", start);
        return false;
    }

    private static Criterion[][]? ReadAlternatives(PathText path, int start, int stop)
    {
        var alternatives = new List<Criterion[]>();
        var group = new List<Criterion>();
        while (true)
        {
            int join = IndexOfJoin(path.Text.AsSpan(start, stop - start));
            int next = join < 0 ? stop : start + join;
            Criterion? criterion = CriterionReader.Read(path, start, next);
            if (criterion is null)
            {
                return null;
            }

            group.Add(criterion);
            if (next == stop || path.Text[next] == '|')
            {
                alternatives.Add([.. group]);
                group.Clear();
            }

            if (next == stop)
            {
                return [.. alternatives];
            }

            start = next + 2;
        }
    }

    private static int IndexOfJoin(ReadOnlySpan<char> text)
    {
        int and = text.IndexOf("&&", StringComparison.Ordinal);
        int or = text.IndexOf("||", StringComparison.Ordinal);
        return and < 0 || (or >= 0 && or < and) ? or : and;
    }
}
