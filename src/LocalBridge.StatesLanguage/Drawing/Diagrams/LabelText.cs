using System.Globalization;
using System.Text;

namespace LocalBridge.StatesLanguage.Drawing.Diagrams;

/// <summary>Makes any text fit for a drawing.</summary>
internal static class LabelText
{
    /// <summary>Puts the text on one line without control characters and cuts it, never inside a character.</summary>
    internal static string Shorten(string text, int longest)
    {
        string line = Flatten(text);
        if (line.Length <= longest)
        {
            return line;
        }

        int end = 0;
        while (end < line.Length)
        {
            int next = end + StringInfo.GetNextTextElementLength(line, end);
            if (next > longest - 1)
            {
                break;
            }

            end = next;
        }

        return line[..end].TrimEnd() + "…";
    }

    internal static string Flatten(string text)
    {
        var line = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (Rune.TryGetRuneAt(text, i, out Rune rune))
            {
                // What cannot stand in XML, and what would turn the direction of the text around it, is not drawn.
                bool isDrawable = !Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && rune.Value is not (0xFFFE or 0xFFFF);
                line.Append(isDrawable ? rune.ToString() : Rune.IsWhiteSpace(rune) ? " " : "�");
                i += rune.Utf16SequenceLength - 1;
            }
            else
            {
                line.Append('�');
            }
        }

        return line.ToString().Trim();
    }
}
