namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>Lays out boxes and links in layers along the flow (Sugiyama, Tagawa, Toda: "Methods for visual understanding of hierarchical
/// system structures"): take out cycles, assign layers, order them, place across, place along, draw the links.</summary>
internal static class LayeredLayout
{
    private const double SmallestGap = 20;
    private const double LargestExtraGap = 44;

    /// <summary>Gives every box and link its place.</summary>
    /// <param name="boxes">The boxes, the one where the flow begins first.</param>
    /// <param name="links">The links between different boxes.</param>
    /// <returns>The extents across and along the flow.</returns>
    internal static (double Cross, double Main) Run(IReadOnlyList<Box> boxes, IReadOnlyList<Link> links)
    {
        CycleRemoval.Run(boxes, links);
        var graph = new LayerGraph(boxes, links, LayerAssignment.Run(boxes, links));
        LayerOrdering.Run(graph.Layers);
        double cross = CrossCoordinates.Assign(graph);

        double[] lengths = [.. graph.Layers.Select(static layer => layer.Count == 0 ? 0 : layer.Max(static vertex => vertex.Length))];
        double[] starts = new double[lengths.Length];
        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] = starts[i - 1] + lengths[i - 1] + Gap(graph.Layers[i]);
        }

        foreach (Box box in boxes)
        {
            Vertex vertex = graph.Of(box);
            box.Cross = vertex.Cross;
            box.Main = starts[vertex.Layer];
        }

        var router = new LinkRouter(graph, starts, lengths);
        foreach (Link link in links)
        {
            router.Route(link);
        }

        return (cross, starts[^1] + lengths[^1]);
    }

    /// <summary>The room before a layer: more where a link goes far across, so that its bend stays gentle.</summary>
    private static double Gap(List<Vertex> layer)
    {
        double farthest = 0;
        foreach (Vertex vertex in layer)
        {
            foreach (Vertex up in vertex.Ups)
            {
                farthest = Math.Max(farthest, Math.Abs(up.Cross - vertex.Cross));
            }
        }

        return SmallestGap + Math.Min(LargestExtraGap, farthest / 10);
    }
}
