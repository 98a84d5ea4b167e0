using System.Globalization;
using System.Text;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>Writes texts and numbers as XML needs them.</summary>
internal static class SvgText
{
    internal static string Number(double value)
    {
        // Minus zero is zero.
        double rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0;
        return rounded.ToString("0.#", CultureInfo.InvariantCulture);
    }

    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char character in LabelTextOf(text))
        {
            escaped.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static string LabelTextOf(string text) => Diagrams.LabelText.Flatten(text);
}
