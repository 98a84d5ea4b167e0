namespace LocalBridge.StatesLanguage.Choices;

/// <summary>Matches a text against the pattern of <c>StringMatches</c>: <c>*</c> is any run of characters, <c>\*</c> and <c>\\</c> are themselves.</summary>
internal static class WildcardText
{
    /// <summary>Greedy with one point to come back to: at most text length × pattern length comparisons.</summary>
    internal static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        int t = 0;
        int p = 0;
        int starPattern = -1;
        int starText = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                starPattern = ++p;
                starText = t;
            }
            else if (TryReadCharacter(pattern, p, out char expected, out int next) && expected == text[t])
            {
                p = next;
                t++;
            }
            else if (starPattern >= 0)
            {
                p = starPattern;
                t = ++starText;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    private static bool TryReadCharacter(ReadOnlySpan<char> pattern, int position, out char character, out int next)
    {
        character = default;
        next = position;
        if (position >= pattern.Length)
        {
            return false;
        }

        bool isEscaped = pattern[position] == '\\' && position + 1 < pattern.Length;
        character = pattern[isEscaped ? position + 1 : position];
        next = position + (isEscaped ? 2 : 1);
        return true;
    }
}
