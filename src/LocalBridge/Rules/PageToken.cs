using System.Text;
using LocalBridge.Errors;

namespace LocalBridge.Rules;

/// <summary>Cuts lists into pages. A token names the last item of the page before, so items that come or go meanwhile do not shift the pages.</summary>
internal static class PageToken
{
    internal const int LargestLimit = 100;

    /// <exception cref="ValidationException">The limit or the token is malformed.</exception>
    internal static (IReadOnlyList<T> Items, string? NextToken) Page<T>(IReadOnlyList<T> items, Func<T, string> keyOf, int? limit, string? token)
    {
        var constraints = default(ModelConstraints);
        constraints.Range(limit, "limit", 1, LargestLimit);
        constraints.Length(token, "nextToken", 1, 2048);
        constraints.ThrowIfAny();

        int start = token is null ? 0 : Start(items, keyOf, Decode(token));
        int count = Math.Min(limit ?? LargestLimit, items.Count - start);
        var page = new T[count];
        for (int index = 0; index < count; index++)
            page[index] = items[start + index];
        return (page, start + count < items.Count ? Encode(keyOf(page[^1])) : null);
    }

    private static int Start<T>(IReadOnlyList<T> items, Func<T, string> keyOf, string lastKey)
    {
        for (int index = 0; index < items.Count; index++)
        {
            if (keyOf(items[index]) == lastKey)
                return index + 1;
        }

        // The item is gone. In a list by name the page goes on with the next name.
        for (int index = 0; index < items.Count; index++)
        {
            if (string.CompareOrdinal(keyOf(items[index]), lastKey) > 0)
                return index;
        }

        return items.Count;
    }

    private static string Encode(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key));

    private static string Decode(string token)
    {
        Span<byte> bytes = stackalloc byte[2048];
        return Convert.TryFromBase64String(token, bytes, out int length)
            ? Encoding.UTF8.GetString(bytes[..length])
            : throw new ValidationException("Parameter NextToken is not valid. Reason: The token was not returned by this operation.");
    }
}
