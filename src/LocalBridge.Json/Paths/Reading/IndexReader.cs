using System.Globalization;
using LocalBridge.Json.Paths.Steps;

namespace LocalBridge.Json.Paths.Reading;

/// <summary>Reads <c>[0]</c>, <c>[0,2]</c> and <c>[1:3]</c>.</summary>
internal static class IndexReader
{
    internal static PathStep? Read(PathText path, int position)
    {
        int end = BracketReader.FindEnd(path, position);
        if (end < 0)
        {
            return path.Fail<PathStep>("The bracket is not closed; expected ']'.", position);
        }

        string content = path.Text[(position + 1)..end];
        path.Position = end + 1;
        return content.Contains(':', StringComparison.Ordinal) ? ReadSlice(path, position, content) : ReadIndexes(path, position, content);
    }

    private static PathStep? ReadIndexes(PathText path, int position, string content)
    {
        string[] parts = content.Split(',');
        int[] indexes = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!TryReadIndex(parts[i], out indexes[i]))
            {
                return Refuse(path, position, content);
            }
        }

        return indexes.Length == 1 ? new IndexStep(position, indexes[0]) : new IndexListStep(position, indexes);
    }

    // The service reads a third number, the step of a slice, and takes no notice of it.
    private static PathStep? ReadSlice(PathText path, int position, string content)
    {
        string[] parts = content.Split(':');
        int?[] bounds = new int?[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(parts[i]))
            {
                if (!TryReadIndex(parts[i], out int bound))
                {
                    return Refuse(path, position, content);
                }

                bounds[i] = bound;
            }
        }

        return bounds[0] is null && bounds[1] is null
            ? path.Fail<PathStep>("A slice needs a start or an end; [*] names all elements.", position)
            : new SliceStep(position, bounds[0], bounds[1]);
    }

    private static bool TryReadIndex(string text, out int index)
    {
        ReadOnlySpan<char> digits = text.AsSpan().Trim(' ');
        bool isNegative = digits.StartsWith('-');
        bool isRead = int.TryParse(
            isNegative ? string.Concat("-", digits[1..].TrimStart(' ')) : digits,
            isNegative ? NumberStyles.AllowLeadingSign : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out index);
        return isRead;
    }

    private static PathStep? Refuse(PathText path, int position, string content) => path.Fail<PathStep>(
        $"'[{content}]' is no step; expected 'name' in quotes, an index up to {int.MaxValue}, a list 0,1, a slice 1:3, * or ?(…).",
        position);
}
