namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Numbers things as spreadsheets number columns: A … Z, AA, AB …</summary>
internal static class LetterNumerals
{
    private const int Letters = 26;

    // 26^219 is the last power that is a double.
    private const int Longest = 256;

    internal static string Format(double value, char first)
    {
        Span<char> text = stackalloc char[Longest];
        int at = text.Length;
        while (value > 0 && at > 0)
        {
            text[--at] = (char)(first + (int)((value - 1) % Letters));
            value = Math.Floor((value - 1) / Letters);
        }

        return new string(text[at..]);
    }

    internal static double Parse(ReadOnlySpan<char> text, char first)
    {
        double sum = 0;
        for (int i = 0; i < text.Length; i++)
        {
            sum += (text[text.Length - i - 1] - first + 1) * Math.Pow(Letters, i);
        }

        return sum;
    }
}
