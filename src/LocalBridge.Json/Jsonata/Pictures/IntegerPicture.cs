using System.Collections.Immutable;
using System.Text;
using LocalBridge.Json.Jsonata.Arithmetic;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Represents the parsed picture of an integer: $formatInteger and $parseInteger, and the numbers inside dates.</summary>
/// <param name="style">How the integer is written.</param>
/// <param name="letterCase">The case of letters and words.</param>
/// <param name="isOrdinal">Whether it is written as first, second … or 1st, 2nd …</param>
/// <remarks>This type is immutable and safe to use from many threads at once. Parse a picture once, then format many numbers.</remarks>
internal sealed class IntegerPicture(IntegerStyle style, PictureCase letterCase, bool isOrdinal)
{
    internal const int MostPlainDigits = 8;

    internal IntegerStyle Style { get; } = style;

    internal PictureCase LetterCase { get; } = letterCase;

    internal bool IsOrdinal { get; } = isOrdinal;

    /// <summary>Gets the code of the digit that means zero.</summary>
    internal int Zero { get; init; } = DigitFamily.Ascii;

    /// <summary>Gets how many digits are written at least; NaN where the picture has no digits, so that no comparison with it holds.</summary>
    internal double MandatoryDigits { get; init; } = double.NaN;

    internal int OptionalDigits { get; init; }

    /// <summary>Gets the separators, the rightmost first.</summary>
    internal ImmutableArray<GroupingSeparator> Separators { get; init; } = [];

    /// <summary>Gets the distance of separators that repeat to the left for ever; zero where they stand as written.</summary>
    internal int RegularDistance { get; init; }

    /// <summary>Gets the picture of a numbering sequence, for the message of D3130.</summary>
    internal string? Token { get; init; }

    /// <summary>Gets how many digits a picture asks for that wants few plain digits and nothing else; -1 for others.</summary>
    internal int PlainDigits =>
        Style == IntegerStyle.Decimal && Zero == DigitFamily.Ascii && Separators.IsEmpty && !IsOrdinal && MandatoryDigits <= MostPlainDigits
            ? (int)MandatoryDigits
            : -1;

    /// <summary>Reads a picture.</summary>
    /// <exception cref="JsonataException">D3131: the digits are of more than one family.</exception>
    internal static IntegerPicture Parse(string picture) => IntegerPictureReader.Read(picture);

    /// <summary>Returns the picture with another number of mandatory digits.</summary>
    internal IntegerPicture WithMandatoryDigits(double count) => new(Style, LetterCase, IsOrdinal)
    {
        Zero = Zero,
        MandatoryDigits = count,
        OptionalDigits = OptionalDigits,
        Separators = Separators,
        RegularDistance = RegularDistance,
        Token = Token,
    };

    /// <summary>Writes the integer part (rounded down) of a number: $formatInteger.</summary>
    /// <exception cref="JsonataException">D3130: the picture is a numbering sequence; D1001: what is no finite number has no words.</exception>
    internal string Format(double value)
    {
        value = Math.Floor(value);
        double magnitude = Math.Abs(value);
        string text = Style switch
        {
            IntegerStyle.Letters => LetterNumerals.Format(magnitude, LetterCase == PictureCase.Upper ? 'A' : 'a'),
            IntegerStyle.Roman => InCase(RomanNumerals.Format(magnitude)),
            IntegerStyle.Words when !double.IsFinite(magnitude) => throw LibraryFault.Create("D1001", value),
            IntegerStyle.Words => InCase(EnglishWords.Format(magnitude, IsOrdinal)),
            IntegerStyle.Decimal => FormatDigits(magnitude),
            _ => throw LibraryFault.Create("D3130", Token),
        };
        return value < 0 ? "-" + text : text;
    }

    /// <summary>Reads an integer: $parseInteger. A text that does not fit the picture is not refused, it gives what can be read, or NaN.</summary>
    /// <exception cref="JsonataException">D3130: the picture is a numbering sequence.</exception>
    internal double Read(string text) => Style switch
    {
        IntegerStyle.Letters => LetterNumerals.Parse(text, LetterCase == PictureCase.Upper ? 'A' : 'a'),
        IntegerStyle.Roman => RomanNumerals.Parse(LetterCase == PictureCase.Upper ? text : text.ToUpperInvariant()),
        IntegerStyle.Words => EnglishWords.Parse(text.ToLowerInvariant()),
        IntegerStyle.Decimal => ReadDigits(text),
        _ => throw LibraryFault.Create("D3130", Token),
    };

    private string InCase(string text) => LetterCase switch
    {
        PictureCase.Upper => text.ToUpperInvariant(),
        PictureCase.Lower => text.ToLowerInvariant(),
        _ => text,
    };

    private string FormatDigits(double magnitude)
    {
        string digits = EcmaNumber.ToText(magnitude);
        if (MandatoryDigits > digits.Length)
        {
            if (MandatoryDigits > ushort.MaxValue)
            {
                throw Failures.FailureCodes.TooLarge();
            }

            digits = digits.PadLeft((int)MandatoryDigits, '0');
        }

        if (Zero != DigitFamily.Ascii)
        {
            digits = string.Create(digits.Length, (digits, Zero), static (target, source) =>
            {
                for (int i = 0; i < target.Length; i++)
                {
                    target[i] = (char)(source.digits[i] + source.Zero - DigitFamily.Ascii);
                }
            });
        }

        if (Separators.Length > 0)
        {
            digits = RegularDistance > 0 ? SeparateRegularly(digits) : SeparateAsWritten(digits);
        }

        return IsOrdinal ? digits + OrdinalSuffix(digits) : digits;
    }

    private string SeparateRegularly(string digits)
    {
        var text = new StringBuilder(digits);
        for (int i = (digits.Length - 1) / RegularDistance; i > 0; i--)
        {
            text.Insert(text.Length - (i * RegularDistance), Separators[0].Text);
        }

        return text.ToString();
    }

    // A separator left of all digits is written all the same. One that lies so far left that the reference's arithmetic wraps
    // round cuts digits off; that is kept, as the results of the reference are what users compare with.
    private string SeparateAsWritten(string digits)
    {
        for (int i = Separators.Length - 1; i >= 0; i--)
        {
            int at = digits.Length - Separators[i].Position;
            digits = at >= 0 ? digits.Insert(at, Separators[i].Text) : Separators[i].Text + digits[Math.Max(digits.Length + at, 0)..];
        }

        return digits;
    }

    private static string OrdinalSuffix(string digits)
    {
        bool isTeen = digits.Length > 1 && digits[^2] == '1';
        return (isTeen ? ' ' : digits[^1]) switch
        {
            '1' => "st",
            '2' => "nd",
            '3' => "rd",
            _ => "th",
        };
    }

    private double ReadDigits(string text)
    {
        string digits = IsOrdinal ? text[..Math.Max(text.Length - 2, 0)] : text;
        if (RegularDistance > 0)
        {
            digits = digits.Replace(",", string.Empty, StringComparison.Ordinal);
        }
        else
        {
            foreach (GroupingSeparator separator in Separators)
            {
                digits = digits.Replace(separator.Text, string.Empty, StringComparison.Ordinal);
            }
        }

        if (Zero == DigitFamily.Ascii)
        {
            return EcmaNumber.ParseInteger(digits);
        }

        return EcmaNumber.ParseInteger(string.Create(digits.Length, (digits, Zero), static (target, source) =>
        {
            for (int i = 0; i < target.Length; i++)
            {
                // A character below the family is none of its digits: it ends the number.
                int code = source.digits[i] - source.Zero + DigitFamily.Ascii;
                target[i] = code < 0 ? '\uFFFF' : (char)code;
            }
        }));
    }
}
