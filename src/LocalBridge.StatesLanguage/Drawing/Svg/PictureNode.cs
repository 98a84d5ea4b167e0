using System.Collections.Immutable;
using System.Globalization;
using LocalBridge.StatesLanguage.Drawing.Diagrams;
using LocalBridge.StatesLanguage.Drawing.Layouts;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>Measures one state with all that is inside it, and puts it into the picture.</summary>
internal sealed class PictureNode
{
    private const double PaddingX = 14;
    private const double PaddingY = 8;
    private const double SmallestWidth = 96;
    private const double GroupGap = 14;
    private const double GroupPadding = 14;

    // The arc of a loop beside the box, with room for its arrow.
    private const double LoopWidth = 26;
    private const double LoopHeight = 24;

    private readonly DiagramNode _node;
    private readonly TextBlock _name;
    private readonly TextBlock _caption;
    private readonly TextBlock? _retries;
    private readonly ImmutableArray<(PictureGraph Graph, TextBlock Label, double Width, double Height)> _groups;
    private readonly bool _isLeftToRight;
    private readonly double _width;
    private readonly double _height;

    internal PictureNode(DiagramNode node, DrawingOptions options)
    {
        _node = node;
        _isLeftToRight = options.Direction == DrawingDirection.LeftToRight;
        _groups = [.. node.Groups.Select(group => Measure(group, options))];
        _name = TextBlock.Wrap(LabelText.Flatten(node.Name), PictureFonts.Name, PictureFonts.NameWidth, isBold: true);
        string caption = node.Path is { Visits: > 1 } path ? string.Create(CultureInfo.InvariantCulture, $"{node.Caption} · {path.Visits} visits") : node.Caption;
        _caption = TextBlock.Wrap(LabelText.Shorten(caption, PictureFonts.LongestCaption), PictureFonts.Caption, PictureFonts.CaptionWidth);
        ImmutableArray<string> loops = Loops(node, options);
        _retries = loops.IsEmpty ? null : TextBlock.WrapAll(loops, PictureFonts.Label, PictureFonts.LabelWidth);

        // The points of a Choice state stand outside its text.
        double padding = PaddingX + (node.Type == StateType.Choice ? 10 : 0);
        (double groupsWidth, double groupsHeight) = GroupsSize();
        _width = Math.Max(SmallestWidth, Math.Max(Math.Max(_name.Width, _caption.Width) + (2 * padding), groupsWidth));
        _height = HeadHeight + groupsHeight;
        if (_isLeftToRight && _retries is not null)
        {
            _width = Math.Max(_width, LoopHeight + _retries.Width + 4);
        }

        (double loopWidth, double loopHeight) = _retries is null ? (0, 0) : (LoopWidth + _retries.Width, LoopWidth + _retries.Height);
        Box = _isLeftToRight
            ? new Box(_height / 2, (_height / 2) + loopHeight, _width) { Side = _height }
            : new Box(_width / 2, (_width / 2) + loopWidth, Math.Max(_height, _retries?.Height ?? 0)) { Side = _width, LeaveAt = _height };
    }

    internal Box Box { get; }

    private double HeadHeight => _name.Height + _caption.Height + (2 * PaddingY);

    internal void Place(Picture picture, double x, double y)
    {
        var box = new Area(x, y, _width, _height);
        Area? retryArea = _retries is null ? null
            : _isLeftToRight ? new Area(x + LoopHeight, box.Bottom + LoopWidth - (_retries.LineHeight / 2), _retries.Width, _retries.Height)
            : new Area(box.Right + LoopWidth, y + Math.Max(0, (HeadHeight - _retries.Height) / 2), _retries.Width, _retries.Height);
        picture.States.Add(new PictureState(_node, box, _name, _caption, retryArea, _retries));
        double left = x + GroupPadding;
        double top = y + HeadHeight;
        if (!_isLeftToRight)
        {
            // Groups that need less room than the head stand in the middle under it.
            left = x + ((_width - (_groups.Sum(static group => group.Width) + (Math.Max(0, _groups.Length - 1) * GroupGap))) / 2);
        }

        foreach ((PictureGraph graph, TextBlock label, double width, double height) in _groups)
        {
            Area frame = _isLeftToRight
                ? new Area(left, top, _width - (2 * GroupPadding), height)
                : new Area(left, top, width, _height - HeadHeight - GroupPadding);
            picture.Groups.Add(new PictureGroup(_node, frame, label));
            double offset = _isLeftToRight ? 0 : (width - (2 * GroupPadding) - graph.Width) / 2;
            graph.Place(picture, frame.X + GroupPadding + offset, frame.Y + label.Height + GroupPadding);
            (left, top) = _isLeftToRight ? (left, top + height + GroupGap) : (left + width + GroupGap, top);
        }
    }

    /// <summary>What is written at the loop: the retriers, and transitions of the state to itself.</summary>
    private static ImmutableArray<string> Loops(DiagramNode node, DrawingOptions options)
    {
        IEnumerable<string> texts = node.SelfLabels.Concat(node.Retries);
        if (node.Path is { Retries: > 0 } path)
        {
            texts = texts.Append(string.Create(CultureInfo.InvariantCulture, $"retried {path.Retries}×"));
        }

        return [.. texts.Select(text => LabelText.Shorten(text, options.MaximumLabelLength))];
    }

    private static (PictureGraph Graph, TextBlock Label, double Width, double Height) Measure(DiagramGraph group, DrawingOptions options)
    {
        var graph = new PictureGraph(group, options);
        TextBlock label = TextBlock.Wrap(LabelText.Shorten(group.Label!, options.MaximumLabelLength), PictureFonts.Label, PictureFonts.LabelWidth);
        double width = Math.Max(graph.Width, label.Width) + (2 * GroupPadding);
        return (graph, label, width, graph.Height + label.Height + (2 * GroupPadding));
    }

    private (double Width, double Height) GroupsSize()
    {
        if (_groups.IsEmpty)
        {
            return (0, 0);
        }

        double gaps = (_groups.Length - 1) * GroupGap;
        return _isLeftToRight
            ? (_groups.Max(static group => group.Width) + (2 * GroupPadding), _groups.Sum(static group => group.Height) + gaps + GroupPadding)
            : (_groups.Sum(static group => group.Width) + gaps + (2 * GroupPadding), _groups.Max(static group => group.Height) + GroupPadding);
    }
}
