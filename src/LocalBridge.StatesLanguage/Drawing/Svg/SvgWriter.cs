using System.Globalization;
using System.Text;
using LocalBridge.StatesLanguage.Drawing.Diagrams;
using static LocalBridge.StatesLanguage.Drawing.Svg.SvgText;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>Writes a diagram as an SVG document.</summary>
internal static class SvgWriter
{
    private const double Margin = 20;
    private const double TitleHeight = 30;

    internal static string Write(Diagram diagram, DrawingOptions options)
    {
        Picture picture = Layout(diagram, options);
        TextBlock? title = options.Title is null ? null
            : TextBlock.Wrap(LabelText.Shorten(options.Title, 200), PictureFonts.Title, Math.Max(300, picture.Width - (2 * Margin)), isBold: true);
        var body = new StringBuilder();
        if (title is not null)
        {
            SvgShapes.Text(body, "title", title, Margin, Margin);
        }

        foreach (PictureState state in picture.States)
        {
            SvgShapes.State(body, state, picture.Groups, options.Direction);
        }

        // What was taken is drawn last, so that it lies on top where lines run together.
        foreach (IGrouping<bool, PictureLine> lines in picture.Lines.GroupBy(static line => line.Edge.IsTaken).OrderBy(static lines => lines.Key))
        {
            var drawn = new HashSet<(PicturePoint From, PicturePoint To)>();
            foreach (PictureLine line in lines)
            {
                SvgShapes.Line(body, line, options.Direction, drawn);
            }
        }

        SvgShapes.Marks(body, picture);
        foreach (PictureLine line in picture.Lines)
        {
            SvgShapes.LineLabel(body, line);
        }

        double width = Math.Max(picture.Width, (title?.Width ?? 0) + (2 * Margin));
        double height = picture.Height;
        if (options.ShowLegend)
        {
            (width, height) = SvgLegend.Write(body, diagram, picture, Margin, Math.Max(width, SvgLegend.SmallestWidth), height);
        }

        return Wrap(diagram, options, body, width, height);
    }

    /// <summary>Gives everything its place.</summary>
    internal static Picture Layout(Diagram diagram, DrawingOptions options)
    {
        var graph = new PictureGraph(diagram.Graph, options);
        double top = Margin + (options.Title is null ? 0 : TitleHeight);
        var picture = new Picture { Width = graph.Width + (2 * Margin), Height = graph.Height + top + Margin };
        graph.Place(picture, Margin, top);
        return picture;
    }

    private static string Wrap(Diagram diagram, DrawingOptions options, StringBuilder body, double width, double height)
    {
        string id = "sm" + Fingerprint(body);
        var svg = new StringBuilder(body.Length + 8_192);
        string size = $"width=\"{Number(width)}\" height=\"{Number(height)}\" viewBox=\"0 0 {Number(width)} {Number(height)}\"";
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" {size} ")
            .Append(CultureInfo.InvariantCulture, $"role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-title\">{Escape(diagram.Title)}</title>\n")
            .Append(CultureInfo.InvariantCulture, $"<desc id=\"{id}-desc\">{Escape(diagram.Description)}</desc>\n")
            .Append(CultureInfo.InvariantCulture, $"<style>{SvgStyle.Write(id, options, diagram.HasOverlay)}</style>\n")
            .Append(CultureInfo.InvariantCulture, $"<rect class=\"paper\" width=\"{Number(width)}\" height=\"{Number(height)}\"/>\n");
        return svg.Append(body).Append("</svg>\n").ToString();
    }

    /// <summary>Several pictures in one page need different identifiers, and the same picture always the same one (FNV-1a).</summary>
    private static string Fingerprint(StringBuilder body)
    {
        uint hash = 2_166_136_261;
        foreach (ReadOnlyMemory<char> chunk in body.GetChunks())
        {
            foreach (char character in chunk.Span)
            {
                hash = unchecked((hash ^ character) * 16_777_619);
            }
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
