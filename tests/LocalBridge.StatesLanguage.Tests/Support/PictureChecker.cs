using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Drawing;
using LocalBridge.StatesLanguage.Drawing.Diagrams;
using LocalBridge.StatesLanguage.Drawing.Svg;

namespace LocalBridge.StatesLanguage.Tests.Support;

/// <summary>Looks at a picture as a person would: does anything lie on anything else?</summary>
internal sealed class PictureChecker
{
    private const double Tolerance = 0.01;
    private const int StepsPerCurve = 16;

    private readonly Picture _picture;
    private readonly DrawingDirection _direction;
    private readonly Dictionary<DiagramNode, DiagramNode?> _around = [];
    private readonly Dictionary<DiagramNode, PictureState> _states;
    private readonly List<string> _faults = [];

    private PictureChecker(Diagram diagram, Picture picture, DrawingDirection direction)
    {
        _picture = picture;
        _direction = direction;
        _states = picture.States.ToDictionary(static state => state.Node);
        Enclose(diagram.Graph, around: null);
    }

    internal static IReadOnlyList<string> Check(StateMachineDefinition definition, DrawingDirection direction)
    {
        var options = new DrawingOptions { Direction = direction };
        Diagram diagram = DiagramReader.Read(definition, options);
        var checker = new PictureChecker(diagram, SvgWriter.Layout(diagram, options), direction);
        checker.CheckStates();
        checker.CheckGroups();
        checker.CheckLabels();
        checker.CheckLines();
        return checker._faults;
    }

    private void Enclose(DiagramGraph graph, DiagramNode? around)
    {
        foreach (DiagramNode node in graph.Nodes)
        {
            _around.Add(node, around);
            foreach (DiagramGraph inner in node.Groups)
            {
                Enclose(inner, node);
            }
        }
    }

    private void CheckStates()
    {
        Expect(_picture.States.Count == _around.Count, "not every state is drawn once");
        for (int i = 0; i < _picture.States.Count; i++)
        {
            PictureState state = _picture.States[i];
            Expect(Contains(new Area(0, 0, _picture.Width, _picture.Height), state.Box), $"'{state.Node.Name}' is out of the picture");
            Expect(state.Name.Width <= state.Box.Width && state.Caption.Width <= state.Box.Width, $"the text of '{state.Node.Name}' is out of its box");
            for (int j = i + 1; j < _picture.States.Count; j++)
            {
                PictureState other = _picture.States[j];
                bool areNested = IsAround(state.Node, other.Node) || IsAround(other.Node, state.Node);
                Expect(areNested || !Overlap(state.Box, other.Box), $"'{state.Node.Name}' and '{other.Node.Name}' lie on each other");
            }
        }
    }

    private void CheckGroups()
    {
        foreach (PictureGroup group in _picture.Groups)
        {
            Expect(Contains(_states[group.Owner].Box, group.Frame), $"a group of '{group.Owner.Name}' is out of its box");
            Expect(
                _picture.Groups.TrueForAll(other => other == group || other.Owner != group.Owner || !Overlap(group.Frame, other.Frame)),
                $"groups of '{group.Owner.Name}' lie on each other");
        }

        foreach ((DiagramNode node, DiagramNode? around) in _around)
        {
            Expect(
                around is null || _picture.Groups.Exists(group => group.Owner == around && Contains(group.Frame, _states[node].Box)),
                $"'{node.Name}' is out of its group");
        }
    }

    private void CheckLabels()
    {
        List<(string Text, Area Area, DiagramNode Node)> labels = Labels();
        for (int i = 0; i < labels.Count; i++)
        {
            (string text, Area area, DiagramNode node) = labels[i];
            Expect(Contains(new Area(0, 0, _picture.Width, _picture.Height), area), $"the label '{text}' is out of the picture");
            foreach (PictureState state in _picture.States)
            {
                Expect(IsAround(state.Node, node) || !Overlap(state.Box, area), $"the label '{text}' lies on '{state.Node.Name}'");
            }

            for (int j = i + 1; j < labels.Count; j++)
            {
                Expect(!Overlap(area, labels[j].Area), $"the labels '{text}' and '{labels[j].Text}' lie on each other");
            }
        }
    }

    private void CheckLines()
    {
        List<(string Text, Area Area, DiagramNode Node)> labels = Labels();
        foreach (PictureLine line in _picture.Lines)
        {
            string name = $"{line.Edge.From?.Name} → {line.Edge.To?.Name}";
            DiagramNode node = (line.Edge.From ?? line.Edge.To)!;
            CheckEnd(line.Edge.From, line.Points[0], _picture.Starts, name);
            CheckEnd(line.Edge.To, line.Points[^1], _picture.Ends, name);
            foreach ((double x, double y) in Walk(line))
            {
                PictureState? hit = _picture.States.Find(state => !IsAround(state.Node, node) && IsInside(state.Box, x, y));
                Expect(hit is null, $"the line {name} crosses '{hit?.Node.Name}'");
                (string Text, Area Area, DiagramNode Node) label = labels.Find(label => label.Area != line.LabelArea && IsInside(label.Area, x, y));
                Expect(label.Text is null, $"the line {name} crosses the label '{label.Text}'");
            }
        }
    }

    private void CheckEnd(DiagramNode? node, PicturePoint point, List<Area> marks, string line)
    {
        IEnumerable<Area> boxes = node is null ? marks : [_states[node].Box];
        Expect(boxes.Any(box => IsOnBorder(box, point)), $"the line {line} does not end at its box");
    }

    private List<(string Text, Area Area, DiagramNode Node)> Labels() =>
    [
        .. _picture.Lines.Where(static line => line.LabelArea is not null)
            .Select(static line => (line.Edge.Label!, line.LabelArea!.Value, (line.Edge.From ?? line.Edge.To)!)),
        .. _picture.States.Where(static state => state.RetryArea is not null)
            .Select(static state => (string.Join(' ', state.Retries!.Lines), state.RetryArea!.Value, state.Node)),
    ];

    /// <summary>Points along a line, close enough that no box fits between two of them.</summary>
    private IEnumerable<(double X, double Y)> Walk(PictureLine line)
    {
        for (int i = 1; i < line.Points.Length; i++)
        {
            PicturePoint from = line.Points[i - 1];
            PicturePoint to = line.Points[i];
            for (int step = 0; step <= StepsPerCurve; step++)
            {
                // A cubic curve whose handles lie half-way along the flow; the same formula gives a straight line where it is one.
                double t = step / (double)StepsPerCurve;
                double along = (1.5 * t) - (1.5 * t * t) + (t * t * t);
                double across = (3 * t * t) - (2 * t * t * t);
                bool isLeftToRight = _direction == DrawingDirection.LeftToRight;
                yield return (
                    from.X + ((to.X - from.X) * (isLeftToRight ? along : across)),
                    from.Y + ((to.Y - from.Y) * (isLeftToRight ? across : along)));
            }
        }
    }

    /// <summary>Whether a node is around another one, strictly.</summary>
    private bool IsAround(DiagramNode outer, DiagramNode inner)
    {
        for (DiagramNode? node = _around[inner]; node is not null; node = _around[node])
        {
            if (node == outer)
            {
                return true;
            }
        }

        return false;
    }

    private void Expect(bool isTrue, string fault)
    {
        if (!isTrue && !_faults.Contains(fault))
        {
            _faults.Add(fault);
        }
    }

    private static bool Overlap(Area a, Area b) =>
        a.X < b.Right - Tolerance && b.X < a.Right - Tolerance && a.Y < b.Bottom - Tolerance && b.Y < a.Bottom - Tolerance;

    private static bool Contains(Area outer, Area inner) =>
        inner.X >= outer.X - Tolerance && inner.Y >= outer.Y - Tolerance && inner.Right <= outer.Right + Tolerance && inner.Bottom <= outer.Bottom + Tolerance;

    private static bool IsInside(Area area, double x, double y) =>
        x > area.X + Tolerance && x < area.Right - Tolerance && y > area.Y + Tolerance && y < area.Bottom - Tolerance;

    private static bool IsOnBorder(Area area, PicturePoint point) =>
        Contains(area, new Area(point.X, point.Y, 0, 0)) && !IsInside(area, point.X, point.Y);
}
