namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>The vertices in their layers. Each link passes through one vertex of every layer between its boxes. Links of a bundle share
/// their way to the box they lead to, so that twenty catchers with one handler are one line, not twenty.</summary>
internal sealed class LayerGraph
{
    private const double BoxMargin = 18;
    private const double LabelMargin = 7;
    private const double BendMargin = 9;

    private readonly Dictionary<Box, Vertex> _vertexByBox = [];
    private readonly Dictionary<(Vertex Box, int Bundle, bool IsReversed, int Layer), Vertex> _shared = [];
    private int _count;

    internal LayerGraph(IReadOnlyList<Box> boxes, IReadOnlyList<Link> links, Dictionary<Box, int> layers)
    {
        Layers = [.. Enumerable.Range(0, layers.Values.Max() + 1).Select(static _ => new List<Vertex>())];
        foreach (Box box in boxes)
        {
            _vertexByBox.Add(box, Add(layers[box], box.Before, box.After, box.Length, isBox: true, BoxMargin));
        }

        foreach (Link link in links)
        {
            Ways.Add(link, MakeWay(link));
        }

        foreach (Link link in links.Where(static link => !link.IsSideWay))
        {
            List<Vertex> way = Ways[link];
            for (int i = 1; i < way.Count; i++)
            {
                SideLines.Remove((way[i - 1], way[i]));
            }
        }
    }

    internal List<List<Vertex>> Layers { get; }

    /// <summary>The lines of which only side ways make use: catchers and loops. The main flow is kept straight before them.</summary>
    internal HashSet<(Vertex Upper, Vertex Lower)> SideLines { get; } = [];

    /// <summary>The vertices that each link passes, from its upper box to its lower one.</summary>
    internal Dictionary<Link, List<Vertex>> Ways { get; } = [];

    internal int Count => _count;

    internal Vertex Of(Box box) => _vertexByBox[box];

    private List<Vertex> MakeWay(Link link)
    {
        Vertex upper = _vertexByBox[link.Upper];
        Vertex lower = _vertexByBox[link.Lower];

        // A label stands beside the box that the link really comes from.
        int labelLayer = !link.HasLabel ? -1 : link.IsReversed ? lower.Layer - 1 : upper.Layer + 1;
        Vertex head = link.IsReversed ? upper : lower;
        var way = new List<Vertex>(lower.Layer - upper.Layer + 1) { upper };
        for (int layer = upper.Layer + 1; layer < lower.Layer; layer++)
        {
            way.Add(layer == labelLayer
                ? Add(layer, link.LabelWidth / 2, link.LabelWidth / 2, link.LabelLength, isBox: false, LabelMargin)
                : Share(head, link, layer));
        }

        way.Add(lower);
        for (int i = 1; i < way.Count; i++)
        {
            way[i - 1].Join(way[i]);
            SideLines.Add((way[i - 1], way[i]));
        }

        return way;
    }

    private Vertex Share(Vertex head, Link link, int layer)
    {
        var key = (head, link.Bundle, link.IsReversed, layer);
        if (!_shared.TryGetValue(key, out Vertex? vertex))
        {
            vertex = Add(layer, 0, 0, 0, isBox: false, BendMargin);
            _shared.Add(key, vertex);
        }

        return vertex;
    }

    private Vertex Add(int layer, double before, double after, double length, bool isBox, double margin)
    {
        var vertex = new Vertex(_count++, layer, before, after, length, isBox, margin);
        Layers[layer].Add(vertex);
        return vertex;
    }
}
