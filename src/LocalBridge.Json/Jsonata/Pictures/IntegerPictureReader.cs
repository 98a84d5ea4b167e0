namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Reads the picture of an integer (XPath and XQuery Functions 3.1, section 4.6): what to write, and after a semicolon how.</summary>
internal static class IntegerPictureReader
{
    /// <exception cref="JsonataException">D3131: the digits are of more than one family.</exception>
    internal static IntegerPicture Read(string picture)
    {
        int semicolon = picture.LastIndexOf(';');
        string primary = semicolon < 0 ? picture : picture[..semicolon];
        bool isOrdinal = semicolon >= 0 && semicolon + 1 < picture.Length && picture[semicolon + 1] == 'o';
        return primary switch
        {
            "A" => new IntegerPicture(IntegerStyle.Letters, PictureCase.Upper, isOrdinal),
            "a" => new IntegerPicture(IntegerStyle.Letters, PictureCase.Lower, isOrdinal),
            "I" => new IntegerPicture(IntegerStyle.Roman, PictureCase.Upper, isOrdinal),
            "i" => new IntegerPicture(IntegerStyle.Roman, PictureCase.Lower, isOrdinal),
            "W" => new IntegerPicture(IntegerStyle.Words, PictureCase.Upper, isOrdinal),
            "Ww" => new IntegerPicture(IntegerStyle.Words, PictureCase.Title, isOrdinal),
            "w" => new IntegerPicture(IntegerStyle.Words, PictureCase.Lower, isOrdinal),
            _ => ReadDigits(primary, isOrdinal),
        };
    }

    private static IntegerPicture ReadDigits(string primary, bool isOrdinal)
    {
        int zero = -1;
        int mandatory = 0;
        int optional = 0;
        var separators = new List<GroupingSeparator>();
        foreach (string character in CodePointsFromTheRight(primary))
        {
            int codePoint = char.IsSurrogatePair(character, 0) ? char.ConvertToUtf32(character, 0) : character[0];
            int family = DigitFamily.ZeroOf(codePoint);
            if (family >= 0)
            {
                mandatory++;
                if (zero >= 0 && zero != family)
                {
                    throw LibraryFault.Create("D3131");
                }

                zero = family;
            }
            else if (codePoint == '#')
            {
                optional++;
            }
            else
            {
                separators.Add(new GroupingSeparator(mandatory + optional, character));
            }
        }

        if (mandatory == 0)
        {
            return new IntegerPicture(IntegerStyle.Sequence, PictureCase.Lower, isOrdinal) { Token = primary };
        }

        bool areAlike = separators.TrueForAll(separator => separator.Text == separators[0].Text);
        return new IntegerPicture(IntegerStyle.Decimal, PictureCase.Lower, isOrdinal)
        {
            Zero = zero,
            MandatoryDigits = mandatory,
            OptionalDigits = optional,
            Separators = [.. separators],
            RegularDistance = areAlike ? GroupingSeparator.RegularDistance([.. separators.Select(static separator => separator.Position)]) : 0,
        };
    }

    private static IEnumerable<string> CodePointsFromTheRight(string text)
    {
        for (int end = text.Length; end > 0;)
        {
            int width = end > 1 && char.IsSurrogatePair(text[end - 2], text[end - 1]) ? 2 : 1;
            end -= width;
            yield return text.Substring(end, width);
        }
    }
}
