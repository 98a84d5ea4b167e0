using System.Text;
using LocalBridge.Json.Jsonata.Strings;

namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>$match, $replace, $split and $contains with a regular expression or a matcher function.</summary>
internal static class RegexFunctions
{
    private static readonly JsonObjectShape MatchShape = new(["match", "index", "groups"], null);

    /// <summary>$match: one object with the members match, index and groups for each match.</summary>
    /// <exception cref="JsonataException">D3040: the limit is negative; D1004.</exception>
    internal static JsonArray Match(MatchSource matches, double? limit = null)
    {
        if (limit < 0)
        {
            throw LibraryFault.Create("D3040", limit.Value, index: 3);
        }

        var found = new JsonArrayBuilder();
        if (limit is null or > 0)
        {
            RegexHit? hit = matches.Next();
            for (int count = 0; hit is { } match && !(count >= limit); count++)
            {
                found.Add(new JsonObject(MatchShape, [match.Text, match.Start, match.ToGroups()]));
                hit = matches.Next();
            }
        }

        return found.Build();
    }

    /// <summary>$replace with a replacement text, in which $0, $1 … and $$ mean something.</summary>
    /// <exception cref="JsonataException">D3011: the limit is negative; D1004.</exception>
    internal static string Replace(string text, MatchSource matches, string replacement, double? limit = null)
    {
        bool isPlain = !replacement.Contains('$', StringComparison.Ordinal);
        return Replace(text, matches, limit, (target, hit) =>
        {
            if (isPlain)
            {
                target.Append(replacement);
            }
            else
            {
                ReplacementText.Append(target, replacement, hit);
            }
        });
    }

    /// <summary>$replace with a function that makes the replacement of each match.</summary>
    /// <exception cref="JsonataException">D3011: the limit is negative; D3012: the function did not return a string; D1004.</exception>
    internal static string Replace(string text, MatchSource matches, Func<RegexHit, JsonValue> replacer, double? limit = null) =>
        Replace(text, matches, limit, (target, hit) =>
        {
            JsonValue replacement = replacer(hit);
            target.Append(replacement.TryGetString(out string? replaced) ? replaced : throw LibraryFault.Create("D3012", replacement));
        });

    /// <summary>$split.</summary>
    /// <exception cref="JsonataException">D3020: the limit is negative; D1004.</exception>
    internal static JsonArray Split(string text, MatchSource matches, double? limit = null)
    {
        if (limit < 0)
        {
            throw LibraryFault.Create("D3020", limit.Value, index: 3);
        }

        var parts = new JsonArrayBuilder();
        if (limit is null or > 0)
        {
            int start = 0;
            RegexHit? hit = matches.Next();
            int count = 0;
            for (; hit is { } match && !(count >= limit); count++)
            {
                parts.Add(Between(text, start, match.Start));
                start = match.End;
                hit = matches.Next();
            }

            if (!(count >= limit))
            {
                parts.Add(Between(text, start, text.Length));
            }
        }

        return parts.Build();
    }

    private static string Replace(string text, MatchSource matches, double? limit, Action<StringBuilder, RegexHit> append)
    {
        TextFunctions.CheckReplace(isEmptyPattern: false, limit);
        if (!(limit is null or > 0) || matches.Next() is not { } match)
        {
            return text;
        }

        var result = new StringBuilder();
        int position = 0;
        RegexHit? hit = match;
        for (int count = 0; hit is { } current && !(count >= limit); count++)
        {
            result.Append(Between(text, position, current.Start));
            append(result, current);
            position = current.Start + current.Length;
            hit = matches.Next();
        }

        return result.Append(Between(text, position, text.Length)).ToString();
    }

    // A matcher function may say anything; String.prototype.substring puts places in order and in range.
    private static string Between(string text, int start, int end)
    {
        start = Math.Clamp(start, 0, text.Length);
        end = Math.Clamp(end, 0, text.Length);
        return start <= end ? text[start..end] : text[end..start];
    }
}
