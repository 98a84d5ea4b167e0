using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Reads a field that must be one of some words.</summary>
internal static class WordField
{
    /// <returns>The word; null when the field is not there or is another word.</returns>
    internal static string? Read(FieldReader fields, string name, params string[] words)
    {
        if (fields.Text(name) is not { } word)
        {
            return null;
        }

        if (words.Contains(word))
        {
            return word;
        }

        fields.Fault(name, $"Value is not valid. Valid choices are: [{string.Join(", ", words)}]", Suggestion.For(word, words));
        return null;
    }
}
