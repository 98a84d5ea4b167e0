using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>A text in lines of limited width.</summary>
internal sealed class TextBlock
{
    private TextBlock(ImmutableArray<string> lines, double fontSize, bool isBold)
    {
        Lines = lines;
        FontSize = fontSize;
        Width = lines.IsEmpty ? 0 : lines.Max(line => TextMeter.Measure(line, fontSize, isBold));
    }

    internal ImmutableArray<string> Lines { get; }

    internal double FontSize { get; }

    internal double LineHeight => Math.Ceiling(FontSize * 1.3);

    internal double Width { get; }

    internal double Height => Lines.Length * LineHeight;

    internal static TextBlock Wrap(string text, double fontSize, double maximumWidth, bool isBold = false)
    {
        ImmutableArray<string>.Builder lines = ImmutableArray.CreateBuilder<string>();
        var line = new StringBuilder();
        foreach (string piece in Words(text).SelectMany(word => Fits(word.TrimEnd()) ? [word] : Pieces(word)))
        {
            if (line.Length > 0 && !Fits(line + piece.TrimEnd()))
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
            }

            // A piece that is wider than a line is cut anywhere.
            string rest = piece;
            while (!Fits(rest.TrimEnd()))
            {
                int end = LongestStart(rest);
                lines.Add(rest[..end]);
                rest = rest[end..];
            }

            line.Append(rest);
        }

        lines.Add(line.ToString().TrimEnd());
        return new TextBlock(lines.ToImmutable(), fontSize, isBold);

        bool Fits(string candidate) => TextMeter.Measure(candidate, fontSize, isBold) <= maximumWidth;

        int LongestStart(string piece)
        {
            int end = StringInfo.GetNextTextElementLength(piece);
            while (end < piece.Length)
            {
                int next = end + StringInfo.GetNextTextElementLength(piece, end);
                if (!Fits(piece[..next]))
                {
                    break;
                }

                end = next;
            }

            return end;
        }
    }

    /// <summary>Stacks texts, each wrapped on its own.</summary>
    internal static TextBlock WrapAll(IEnumerable<string> texts, double fontSize, double maximumWidth) =>
        new([.. texts.SelectMany(text => Wrap(text, fontSize, maximumWidth).Lines)], fontSize, isBold: false);

    /// <summary>Cuts a text behind its blanks.</summary>
    private static IEnumerable<string> Words(string text) => Cut(text, static (before, after) => before == ' ' && after != ' ');

    /// <summary>Cuts a word that is too long for a line, behind signs and before an upper-case letter.</summary>
    private static IEnumerable<string> Pieces(string word) => Cut(
        word,
        static (before, after) => before is '-' or '_' or '/' or ':' or ',' or '.' or '|' || (char.IsUpper(after) && char.IsLower(before)));

    private static IEnumerable<string> Cut(string text, Func<char, char, bool> isBreak)
    {
        int start = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (isBreak(text[i - 1], text[i]))
            {
                yield return text[start..i];
                start = i;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
