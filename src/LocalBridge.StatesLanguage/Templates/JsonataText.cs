namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Recognises JSONata expressions among the strings of a definition: <c>{% $states.input.id %}</c>.</summary>
internal static class JsonataText
{
    private const string Opening = "{%";
    private const string Closing = "%}";

    /// <summary>Finds the expression in a string.</summary>
    /// <param name="text">The string.</param>
    /// <param name="expression">The text between the marks, without the blanks round it; null for a plain string. Recorded: with blanks outside of the
    /// marks it is a plain string.</param>
    /// <returns><see langword="false"/> when the string has one mark only: then it is a fault.</returns>
    internal static bool TrySplit(string text, out string? expression)
    {
        expression = null;
        if (Opens(text) && Closes(text) && text.Length >= Opening.Length + Closing.Length)
        {
            expression = text[Opening.Length..^Closing.Length].Trim();
            return true;
        }

        return !Opens(text) && !Closes(text);
    }

    private static bool Opens(string text) => text.StartsWith(Opening, StringComparison.Ordinal);

    private static bool Closes(string text) => text.EndsWith(Closing, StringComparison.Ordinal);
}
