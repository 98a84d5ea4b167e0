using System.Collections.Immutable;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Reads the picture of a number (XPath and XQuery Functions 3.1, section 4.7.4).</summary>
internal static class NumberPictureReader
{
    /// <exception cref="JsonataException">D3080 to D3093: the picture breaks a rule.</exception>
    internal static (NumberSubPicture Positive, NumberSubPicture Negative) Read(string picture, DecimalFormat format)
    {
        string[] halves = format.PatternSeparator.Length == 0
            ? [.. picture.Select(static character => character.ToString())]
            : picture.Split(format.PatternSeparator);
        if (halves.Length > 2)
        {
            throw LibraryFault.Create("D3080");
        }

        NumberPictureParts[] parts = Array.ConvertAll(halves, half => new NumberPictureParts(half, format));
        if (parts.Select(static half => half.FindFault()).FirstOrDefault(static fault => fault is not null) is { } code)
        {
            throw LibraryFault.Create(code);
        }

        if (parts.Length == 0)
        {
            throw LibraryFault.Create("D3085");
        }

        NumberSubPicture positive = Analyse(parts[0], format);
        return (positive, parts.Length == 2 ? Analyse(parts[1], format) : positive with { Prefix = format.MinusSign + positive.Prefix });
    }

    private static NumberSubPicture Analyse(NumberPictureParts parts, DecimalFormat format)
    {
        ImmutableArray<int> integerGroups = Groups(parts, parts.Integer, format, isFraction: false);
        int integerDigits = parts.Integer.Count(format.IsDigit);
        int scaling = integerDigits;
        int fractionDigits = parts.Fraction.Count(format.IsDigit);
        int mostFractionDigits = parts.Fraction.Count(parts.IsDigitOrOptional);
        bool hasExponent = parts.Exponent is not null;
        if (integerDigits == 0 && mostFractionDigits == 0)
        {
            if (hasExponent)
            {
                fractionDigits = 1;
                mostFractionDigits = 1;
            }
            else
            {
                integerDigits = 1;
            }
        }

        if (hasExponent && integerDigits == 0 && parts.Integer.Contains(format.Digit, StringComparison.Ordinal))
        {
            integerDigits = 1;
        }

        if (integerDigits == 0 && fractionDigits == 0)
        {
            fractionDigits = 1;
        }

        return new NumberSubPicture
        {
            Text = parts.Text,
            Prefix = parts.Prefix,
            Suffix = parts.Suffix,
            IntegerGroups = integerGroups,
            RegularGroup = GroupingSeparator.RegularDistance(integerGroups),
            FractionGroups = Groups(parts, parts.Fraction, format, isFraction: true),
            MinimumIntegerDigits = integerDigits,
            MinimumFractionDigits = fractionDigits,
            MaximumFractionDigits = mostFractionDigits,
            ScalingFactor = scaling,
            MinimumExponentDigits = parts.Exponent?.Count(format.IsDigit) ?? 0,
        };
    }

    // Further separators are looked for in the integer part, also for the fraction: so the reference does.
    private static ImmutableArray<int> Groups(NumberPictureParts parts, string part, DecimalFormat format, bool isFraction)
    {
        if (format.GroupingSeparator.Length == 0)
        {
            return [];
        }

        ImmutableArray<int>.Builder groups = ImmutableArray.CreateBuilder<int>();
        int at = part.IndexOf(format.GroupingSeparator, StringComparison.Ordinal);
        while (at >= 0)
        {
            groups.Add((isFraction ? part[..Math.Min(at, part.Length)] : part[at..]).Count(parts.IsDigitOrOptional));
            at = at + 1 > parts.Integer.Length ? -1 : parts.Integer.IndexOf(format.GroupingSeparator, at + 1, StringComparison.Ordinal);
        }

        return groups.ToImmutable();
    }
}
