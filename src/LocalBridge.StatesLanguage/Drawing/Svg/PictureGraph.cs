using System.Runtime.CompilerServices;
using LocalBridge.StatesLanguage.Drawing.Diagrams;
using LocalBridge.StatesLanguage.Drawing.Layouts;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>Lays out a graph, inner graphs first, and then puts all its parts into the picture.</summary>
internal sealed class PictureGraph
{
    private const double MarkSize = 14;
    private const int CatchBundle = 1;

    private readonly DrawingOptions _options;
    private readonly List<(Box Box, PictureNode Node)> _states = [];
    private readonly List<Box> _ends = [];
    private readonly List<(Link Link, DiagramEdge Edge, TextBlock? Label)> _lines = [];
    private readonly Box? _start;

    internal PictureGraph(DiagramGraph graph, DrawingOptions options)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _options = options;
        bool isWholeMachine = graph.Label is null;
        var boxes = new Dictionary<DiagramNode, Box>();
        foreach (DiagramNode node in graph.Nodes)
        {
            var state = new PictureNode(node, options);
            boxes.Add(node, state.Box);
            _states.Add((state.Box, state));
        }

        // The box that the flow begins with comes first, so that loops are cut where they lead back to it.
        var ordered = new List<Box>();
        if (isWholeMachine)
        {
            _start = NewMark();
            ordered.Add(_start);
            AddLine(_start, boxes[graph.Start], new DiagramEdge(null, graph.Start, DiagramEdgeKind.Start, null, graph.Start.Path is { Visits: > 0 }));
        }

        ordered.Add(boxes[graph.Start]);
        ordered.AddRange(graph.Nodes.Where(node => node != graph.Start).Select(node => boxes[node]));
        foreach (DiagramEdge edge in graph.Edges)
        {
            // A line back to its own box is drawn as part of that box.
            if (edge.From != edge.To)
            {
                AddLine(boxes[edge.From!], boxes[edge.To!], edge);
            }
        }

        foreach (DiagramNode node in graph.Nodes)
        {
            if (node.NeedsEndMark)
            {
                Box end = NewMark();
                ordered.Add(end);
                _ends.Add(end);
                bool isTaken = node.Path is { Status: Overlays.StateStatus.Succeeded };
                AddLine(boxes[node], end, new DiagramEdge(node, null, DiagramEdgeKind.End, null, isTaken));
            }
        }

        (double cross, double main) = LayeredLayout.Run(ordered, [.. _lines.Select(static line => line.Link)]);
        (Width, Height) = IsLeftToRight ? (main, cross) : (cross, main);
    }

    internal double Width { get; }

    internal double Height { get; }

    private bool IsLeftToRight => _options.Direction == DrawingDirection.LeftToRight;

    internal void Place(Picture picture, double x, double y)
    {
        foreach ((Box box, PictureNode node) in _states)
        {
            (double left, double top) = Point(box.Cross - box.Before, box.Main);
            node.Place(picture, x + left, y + top);
        }

        foreach ((Link link, DiagramEdge edge, TextBlock? label) in _lines)
        {
            Area? area = null;
            if (label is not null)
            {
                (double centerX, double centerY) = Point(link.LabelCross, link.LabelMain);
                (double width, double height) = LabelSize(label);
                area = new Area(x + centerX - (width / 2), y + centerY - (height / 2), width, height);
            }

            picture.Lines.Add(new PictureLine(edge, [.. link.Route.Select(point => Move(point, x, y))], area, label));
        }

        picture.Ends.AddRange(_ends.Select(end => Mark(end, x, y)));
        if (_start is not null)
        {
            picture.Starts.Add(Mark(_start, x, y));
        }
    }

    private static Box NewMark() => new(MarkSize / 2, MarkSize / 2, MarkSize);

    private static (double Width, double Height) LabelSize(TextBlock label) => (label.Width + 10, label.Height + 4);

    private Area Mark(Box mark, double x, double y)
    {
        (double left, double top) = Point(mark.Cross - mark.Before, mark.Main);
        return new Area(x + left, y + top, MarkSize, MarkSize);
    }

    private void AddLine(Box from, Box to, DiagramEdge edge)
    {
        TextBlock? label = edge.Label is null ? null : TextBlock.Wrap(LabelText.Shorten(edge.Label, _options.MaximumLabelLength), PictureFonts.Label, PictureFonts.LabelWidth);
        (double width, double height) = label is null ? (0, 0) : LabelSize(label);
        int bundle = edge.Kind == DiagramEdgeKind.Catch ? CatchBundle : 0;
        _lines.Add((IsLeftToRight ? new Link(from, to, bundle, height, width) : new Link(from, to, bundle, width, height), edge, label));
    }

    private (double X, double Y) Point(double cross, double main) => IsLeftToRight ? (main, cross) : (cross, main);

    private PicturePoint Move(RoutePoint point, double x, double y)
    {
        (double left, double top) = Point(point.Cross, point.Main);
        return new PicturePoint(x + left, y + top, point.IsCurve);
    }
}
