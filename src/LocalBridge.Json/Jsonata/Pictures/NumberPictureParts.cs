namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Holds half of a number picture cut into its parts, and says which rule it breaks (XPath and XQuery Functions 3.1, section 4.7.3).</summary>
internal sealed class NumberPictureParts
{
    private readonly DecimalFormat _format;

    internal NumberPictureParts(string text, DecimalFormat format)
    {
        _format = format;
        Text = text;
        int first = IndexOfAny(text, IsPictureCharacter);
        int last = LastIndexOfAny(text, IsPictureCharacter);
        Prefix = first < 0 ? string.Empty : text[..first];
        Suffix = last < 0 ? string.Empty : text[(last + 1)..];
        Active = text[Prefix.Length..(text.Length - Suffix.Length)];

        // The exponent is looked for behind the prefix, but its place counts from the start of the picture: so the reference does.
        int exponent = text.IndexOf(format.ExponentSeparator, Prefix.Length, StringComparison.Ordinal);
        bool hasExponent = exponent >= 0 && exponent <= text.Length - Suffix.Length;
        Mantissa = hasExponent ? Active[..Math.Min(exponent, Active.Length)] : Active;
        Exponent = hasExponent ? Active[Math.Min(exponent + 1, Active.Length)..] : null;

        int point = Mantissa.IndexOf(format.DecimalSeparator, StringComparison.Ordinal);
        Integer = point < 0 ? Mantissa : Mantissa[..point];
        Fraction = point < 0 ? Suffix : Mantissa[Math.Min(point + 1, Mantissa.Length)..];
    }

    internal string Text { get; }

    internal string Prefix { get; }

    internal string Suffix { get; }

    internal string Active { get; }

    internal string Mantissa { get; }

    internal string? Exponent { get; }

    internal string Integer { get; }

    internal string Fraction { get; }

    /// <summary>Returns the code of the rule that is broken; of several the last one, as the reference does.</summary>
    internal string? FindFault()
    {
        string? fault = FindRepeated();
        fault = Mantissa.Any(IsDigitOrOptional) ? fault : "D3085";
        fault = Active.All(_format.IsActive) ? fault : "D3086";
        int point = Text.IndexOf(_format.DecimalSeparator, StringComparison.Ordinal);
        if (point >= 0)
        {
            fault = IsGrouping(point - 1) || IsGrouping(point + 1) ? "D3087" : fault;
        }
        else if (Integer.Length > 0 && DecimalFormat.Is(Integer[^1], _format.GroupingSeparator))
        {
            fault = "D3088";
        }

        fault = Text.Contains(_format.GroupingSeparator + _format.GroupingSeparator, StringComparison.Ordinal) ? "D3089" : fault;
        int optional = Integer.IndexOf(_format.Digit, StringComparison.Ordinal);
        fault = optional >= 0 && Integer.Take(optional).Any(_format.IsDigit) ? "D3090" : fault;
        optional = Fraction.LastIndexOf(_format.Digit, StringComparison.Ordinal);
        fault = optional >= 0 && Fraction.Skip(optional).Any(_format.IsDigit) ? "D3091" : fault;
        return FindExponentFault() ?? fault;
    }

    internal bool IsDigitOrOptional(char character) => _format.IsDigit(character) || DecimalFormat.Is(character, _format.Digit);

    private string? FindRepeated()
    {
        string? fault = IsRepeated(_format.DecimalSeparator) ? "D3081" : null;
        fault = IsRepeated(_format.Percent) ? "D3082" : fault;
        fault = IsRepeated(_format.PerMille) ? "D3083" : fault;
        return Contains(_format.Percent) && Contains(_format.PerMille) ? "D3084" : fault;
    }

    private string? FindExponentFault()
    {
        if (Exponent is null)
        {
            return null;
        }

        bool isFaulty = Exponent.Length == 0 || !Exponent.All(_format.IsDigit);
        return isFaulty ? "D3093" : Contains(_format.Percent) || Contains(_format.PerMille) ? "D3092" : null;
    }

    private bool IsPictureCharacter(char character) => _format.IsActive(character) && !DecimalFormat.Is(character, _format.ExponentSeparator);

    private bool IsGrouping(int at) => at >= 0 && at < Text.Length && DecimalFormat.Is(Text[at], _format.GroupingSeparator);

    private bool Contains(string mark) => Text.Contains(mark, StringComparison.Ordinal);

    private bool IsRepeated(string mark) => Text.IndexOf(mark, StringComparison.Ordinal) != Text.LastIndexOf(mark, StringComparison.Ordinal);

    private static int IndexOfAny(string text, Func<char, bool> belongs)
    {
        int at = 0;
        while (at < text.Length && !belongs(text[at]))
        {
            at++;
        }

        return at < text.Length ? at : -1;
    }

    private static int LastIndexOfAny(string text, Func<char, bool> belongs)
    {
        int at = text.Length - 1;
        while (at >= 0 && !belongs(text[at]))
        {
            at--;
        }

        return at;
    }
}
