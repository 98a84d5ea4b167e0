using System.Globalization;
using System.Text;
using LocalBridge.StatesLanguage.Drawing.Diagrams;
using LocalBridge.StatesLanguage.Drawing.Overlays;
using LocalBridge.StatesLanguage.States;
using static LocalBridge.StatesLanguage.Drawing.Svg.SvgText;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>Writes the parts of a picture.</summary>
internal static class SvgShapes
{
    private const double PaddingY = 8;

    internal static void State(StringBuilder svg, PictureState state, List<PictureGroup> groups, DrawingDirection direction)
    {
        DiagramNode node = state.Node;
        string classes = SvgStyle.ClassOf(node.Type) + (node.Path is null ? string.Empty : " " + SvgStyle.ClassOf(node.Path.Status));
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"{classes}\"><title>{Escape(Describe(node))}</title>");
        svg.Append(Outline(node.Type, state.Box, direction));
        Text(svg, "caption", state.Caption, state.Box.CenterX, state.Box.Y + PaddingY);
        Text(svg, "name", state.Name, state.Box.CenterX, state.Box.Y + PaddingY + state.Caption.Height);
        foreach (PictureGroup group in groups.Where(group => group.Owner == node))
        {
            svg.Append(Rectangle("group", group.Frame, radius: 6));
            Text(svg, "label", group.Label, group.Frame.X + 8, group.Frame.Y + 5);
        }

        if (state is { RetryArea: { } area, Retries: { } retries })
        {
            Loop(svg, state.Box, area, retries, direction);
            Text(svg, "label", retries, area.X, area.Y);
        }

        if (node.Path is { } path)
        {
            SvgBadge.Write(svg, path.Status, state.Box.Right - 2, state.Box.Y + 2);
        }

        svg.Append("</g>\n");
    }

    internal static void Line(StringBuilder svg, PictureLine line, DrawingDirection direction, HashSet<(PicturePoint From, PicturePoint To)> drawn)
    {
        string classes = (line.Edge.IsTaken ? "taken" : "way") + (line.Edge.Kind == DiagramEdgeKind.Catch ? " caught" : string.Empty);
        string kind = line.Edge.Kind == DiagramEdgeKind.Catch ? "line catch" : "line";
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"{classes}\"><title>{Escape(Describe(line.Edge))}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{kind}\" d=\"{SvgPath.Write(line.Points, direction, drawn)}\"/>");
        svg.Append(SvgPath.Head(line.Points, direction)).Append("</g>\n");
    }

    internal static void LineLabel(StringBuilder svg, PictureLine line)
    {
        if (line is { LabelArea: { } area, Label: { } label })
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g><title>{Escape(line.Edge.Label!)}</title>").Append(Rectangle("plate", area, radius: 4));
            Text(svg, "label mid", label, area.CenterX, area.Y + 2);
            svg.Append("</g>\n");
        }
    }

    internal static void Marks(StringBuilder svg, Picture picture)
    {
        foreach (Area start in picture.Starts)
        {
            Start(svg, start);
        }

        foreach (Area end in picture.Ends)
        {
            End(svg, end);
        }
    }

    internal static void Start(StringBuilder svg, Area area) =>
        svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"head\" cx=\"{Number(area.CenterX)}\" cy=\"{Number(area.CenterY)}\" r=\"{Number(area.Width / 2)}\"/>\n");

    internal static void End(StringBuilder svg, Area area)
    {
        string center = $"cx=\"{Number(area.CenterX)}\" cy=\"{Number(area.CenterY)}\"";
        svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"ring\" fill=\"none\" stroke-width=\"1.5\" {center} r=\"{Number((area.Width / 2) - 1)}\"/>")
            .Append(CultureInfo.InvariantCulture, $"<circle class=\"head\" {center} r=\"{Number((area.Width / 2) - 4)}\"/>\n");
    }

    internal static void Text(StringBuilder svg, string classes, TextBlock text, double x, double y)
    {
        // The first baseline; letters stand on it, about a quarter of the size hangs below.
        double baseline = y + (text.LineHeight / 2) + (text.FontSize * 0.36);
        if (text.Lines.Length == 1)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{classes}\" x=\"{Number(x)}\" y=\"{Number(baseline)}\">{Escape(text.Lines[0])}</text>");
            return;
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{classes}\">");
        for (int i = 0; i < text.Lines.Length; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<tspan x=\"{Number(x)}\" y=\"{Number(baseline + (i * text.LineHeight))}\">{Escape(text.Lines[i])}</tspan>");
        }

        svg.Append("</text>");
    }

    internal static string Rectangle(string classes, Area area, double radius) =>
        $"<rect class=\"{classes}\" x=\"{Number(area.X)}\" y=\"{Number(area.Y)}\" width=\"{Number(area.Width)}\" height=\"{Number(area.Height)}\" rx=\"{Number(radius)}\"/>";

    private static string Outline(StateType type, Area box, DrawingDirection direction)
    {
        switch (type)
        {
            case StateType.Choice:
                return Hexagon(box, direction);
            case StateType.Succeed or StateType.Fail:
                return Rectangle("box", box, Math.Min(box.Height / 2, 18));
            default:
                return Rectangle("box", box, radius: 6);
        }
    }

    /// <summary>Its points stand across the flow, so that lines meet straight sides.</summary>
    private static string Hexagon(Area box, DrawingDirection direction)
    {
        const double point = 12;
        (double X, double Y)[] corners = direction == DrawingDirection.LeftToRight
            ? [
                (box.CenterX, box.Y), (box.Right, box.Y + point), (box.Right, box.Bottom - point),
                (box.CenterX, box.Bottom), (box.X, box.Bottom - point), (box.X, box.Y + point),
            ]
            : [
                (box.X, box.CenterY), (box.X + point, box.Y), (box.Right - point, box.Y),
                (box.Right, box.CenterY), (box.Right - point, box.Bottom), (box.X + point, box.Bottom),
            ];
        return $"<polygon class=\"box\" points=\"{string.Join(' ', corners.Select(static corner => $"{Number(corner.X)},{Number(corner.Y)}"))}\"/>";
    }

    private static void Loop(StringBuilder svg, Area box, Area text, TextBlock retries, DrawingDirection direction)
    {
        if (direction == DrawingDirection.LeftToRight)
        {
            double low = text.Y + (retries.LineHeight / 2);
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line loop\" d=\"M{Number(box.X + 6)} {Number(box.Bottom)}V{Number(low)}H{Number(box.X + 18)}V{Number(box.Bottom + 6)}\"/>");
            svg.Append(SvgPath.Triangle(box.X + 18, box.Bottom, 0, -1));
            return;
        }

        double middle = text.CenterY;
        double right = text.X - 6;
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line loop\" d=\"M{Number(box.Right)} {Number(middle - 8)}C{Number(right + 4)} {Number(middle - 12)} {Number(right + 4)} {Number(middle + 12)} {Number(box.Right + 6)} {Number(middle + 7)}\"/>");
        svg.Append(SvgPath.Triangle(box.Right, middle + 6, -1, 0));
    }

    private static string Describe(DiagramNode node)
    {
        string text = $"{node.Name} ({node.Caption})";
        if (node.Path is { } path)
        {
            text += path.Status == StateStatus.NotReached ? ": not reached" : $": {path.Status.ToString().ToLowerInvariant()}";
        }

        return string.IsNullOrWhiteSpace(node.Comment) ? text : $"{text}. {node.Comment}";
    }

    private static string Describe(DiagramEdge edge) =>
        $"{edge.From?.Name ?? "Start"} → {edge.To?.Name ?? "End"}" + (edge.Label is null ? string.Empty : $": {edge.Label}");
}
