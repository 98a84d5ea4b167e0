using System.Globalization;
using System.Text;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>Reckons how wide a text is without asking a font: by the widths of Helvetica, which Arial and Liberation Sans share.</summary>
internal static class TextMeter
{
    private const int FirstKnown = ' ';
    private const int Usual = 620;
    private const int Wide = 1000;
    private const double BoldFactor = 1.07;

    /// <summary>Thousandths of the font size, from the space to the tilde.</summary>
    private static readonly short[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278,
        584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944,
        667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
        278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    internal static double Measure(string text, double fontSize, bool isBold = false)
    {
        double sum = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            sum += Width(rune);
        }

        return sum * fontSize / 1000 * (isBold ? BoldFactor : 1);
    }

    private static int Width(Rune rune)
    {
        int known = rune.Value - FirstKnown;
        if (known >= 0 && known < Widths.Length)
        {
            return Widths[known];
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol => rune.Value < 0x2E80 ? 780 : 1300,
            _ => rune.Value < 0x1100 ? Usual : Wide,
        };
    }
}
