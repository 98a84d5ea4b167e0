namespace LocalBridge.Json.Jsonata.Signatures;

/// <summary>Reads a signature, such as <c>&lt;s-(sf)n?:s&gt;</c>. Letters it does not know are passed over, as the reference implementation does.</summary>
internal static class SignatureReader
{
    /// <summary>Reads a signature that starts with its angle bracket; a fault's position is the offset in it.</summary>
    internal static Signature Read(string text)
    {
        var parameters = new List<Parameter>();
        int at = 1;
        while (at < text.Length && text[at] != ':')
        {
            at = ReadSymbol(text, at, parameters) + 1;
        }

        return new Signature(text, [.. parameters]);
    }

    private static int ReadSymbol(string text, int at, List<Parameter> parameters)
    {
        char symbol = text[at];
        switch (symbol)
        {
            case 's' or 'n' or 'b' or 'l' or 'o':
                parameters.Add(new Parameter { Type = symbol, Kinds = ParameterKind.OfLetter(symbol) | ParameterKinds.Missing });
                return at;
            case 'a' or 'x':
                parameters.Add(new Parameter { Type = symbol, Kinds = ParameterKinds.Any });
                return at;
            case 'f':
                parameters.Add(new Parameter { Type = symbol, Kinds = ParameterKinds.Function });
                return at;
            case 'j':
                parameters.Add(new Parameter { Type = symbol, Kinds = ParameterKinds.Json });
                return at;
            case '(':
                return ReadChoice(text, at, parameters);
            case '<':
                return ReadSubtype(text, at, parameters);
            case '-' or '?' or '+' when parameters.Count > 0:
                Parameter last = parameters[^1];
                last.TakesContext |= symbol == '-';
                last.IsOptional |= symbol is '-' or '?';
                last.IsRepeated |= symbol == '+';
                return at;
            default:
                return at;
        }
    }

    private static int ReadChoice(string text, int at, List<Parameter> parameters)
    {
        int end = FindClosing(text, at, '(', ')');
        string choice = text[(at + 1)..end];
        if (choice.Contains('<', StringComparison.Ordinal))
        {
            throw new JsonataException("S0402", at, null, choice);
        }

        ParameterKinds kinds = ParameterKinds.Missing;
        foreach (char letter in choice)
        {
            kinds |= ParameterKind.OfLetter(letter);
        }

        parameters.Add(new Parameter { Type = '(', Kinds = kinds });
        return end;
    }

    private static int ReadSubtype(string text, int at, List<Parameter> parameters)
    {
        Parameter? last = parameters.Count > 0 ? parameters[^1] : null;
        if (last?.Type is not ('a' or 'f'))
        {
            throw new JsonataException("S0401", at, null, last is null ? default(JsonValue) : last.Type.ToString());
        }

        int end = FindClosing(text, at, '<', '>');
        last.Subtype = text[(at + 1)..end];
        return end;
    }

    // An opening bracket that is never closed reaches to the end of the text.
    private static int FindClosing(string text, int at, char opening, char closing)
    {
        int depth = 1;
        for (int i = at + 1; i < text.Length; i++)
        {
            if (text[i] == closing && --depth == 0)
            {
                return i;
            }

            if (text[i] == opening)
            {
                depth++;
            }
        }

        return text.Length;
    }
}
