using System.Globalization;
using System.Text;
using LocalBridge.StatesLanguage.Drawing.Diagrams;
using LocalBridge.StatesLanguage.Drawing.Overlays;
using static LocalBridge.StatesLanguage.Drawing.Svg.SvgText;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>Writes the legend: what occurs in the picture, and nothing else.</summary>
internal static class SvgLegend
{
    internal const double SmallestWidth = 260;

    private const double RowHeight = 22;
    private const double SignWidth = 34;
    private const double Gap = 18;

    private static readonly (StateStatus Status, string Text)[] Statuses =
    [
        (StateStatus.Succeeded, "succeeded"),
        (StateStatus.Caught, "failed, caught"),
        (StateStatus.Failed, "failed"),
        (StateStatus.Aborted, "aborted"),
        (StateStatus.Running, "running"),
        (StateStatus.NotReached, "not reached"),
    ];

    /// <returns>The size of the picture with its legend.</returns>
    internal static (double Width, double Height) Write(StringBuilder svg, Diagram diagram, Picture picture, double margin, double width, double top)
    {
        double x = margin;
        double y = top;
        foreach ((string text, Action<double, double> draw) in Entries(svg, diagram, picture))
        {
            double entryWidth = SignWidth + TextMeter.Measure(text, PictureFonts.Label);
            if (x > margin && x + entryWidth > width - margin)
            {
                x = margin;
                y += RowHeight;
            }

            draw(x, y + (RowHeight / 2));
            SvgShapes.Text(svg, "label", TextBlock.Wrap(text, PictureFonts.Label, double.MaxValue), x + SignWidth, y + 3);
            svg.Append('\n');
            x += entryWidth + Gap;
        }

        return (width, y + RowHeight + (margin / 2));
    }

    private static IEnumerable<(string Text, Action<double, double> Draw)> Entries(StringBuilder svg, Diagram diagram, Picture picture)
    {
        yield return ("start", (x, y) => SvgShapes.Start(svg, Mark(x, y)));
        if (picture.Ends.Count > 0)
        {
            yield return ("end", (x, y) => SvgShapes.End(svg, Mark(x, y)));
        }

        if (picture.Lines.Any(static line => line.Edge.Kind == DiagramEdgeKind.Catch))
        {
            yield return ("catch", (x, y) => Stroke("line catch", $"M{Number(x)} {Number(y)}h{Number(SignWidth - 8)}"));
        }

        if (picture.States.Any(static state => !state.Node.Retries.IsEmpty))
        {
            yield return ("retry", (x, y) => Stroke("line loop", $"M{Number(x + 4)} {Number(y - 5)}c22 -4 22 14 4 10"));
        }

        if (diagram.HasOverlay)
        {
            yield return ("path taken", (x, y) => svg.Append(CultureInfo.InvariantCulture, $"<g class=\"taken\"><path class=\"line\" d=\"M{Number(x)} {Number(y)}h{Number(SignWidth - 8)}\"/></g>"));
            foreach ((StateStatus status, string text) in Statuses.Where(entry => picture.States.Any(state => state.Node.Path!.Status == entry.Status)))
            {
                yield return (text, (x, y) => Status(svg, status, x, y));
            }
        }

        void Stroke(string classes, string path) => svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{classes}\" d=\"{path}\"/>");
    }

    private static Area Mark(double x, double y) => new(x + 10, y - 7, 14, 14);

    private static void Status(StringBuilder svg, StateStatus status, double x, double y)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"{SvgStyle.ClassOf(status)}\">").Append(SvgShapes.Rectangle("box", new Area(x, y - 7, SignWidth - 14, 14), radius: 3));
        SvgBadge.Write(svg, status, x + SignWidth - 15, y - 3);
        svg.Append("</g>");
    }
}
