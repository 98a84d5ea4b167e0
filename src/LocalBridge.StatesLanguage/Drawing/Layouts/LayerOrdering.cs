namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>Orders the vertices within their layers so that few lines cross: sweeps down and up, each time sorting a layer by the mean
/// place of its neighbours, and keeps the best order seen.</summary>
internal static class LayerOrdering
{
    private const int MostSweeps = 24;
    private const int MostSweepsWithoutGain = 6;

    internal static void Run(List<List<Vertex>> layers)
    {
        OrderByWalk(layers);
        Vertex[][] best = Copy(layers);
        long fewest = CrossingCounter.Count(layers);
        for (int sweep = 0, idle = 0; sweep < MostSweeps && idle < MostSweepsWithoutGain && fewest > 0; sweep++, idle++)
        {
            Sweep(layers, isDown: sweep % 2 == 0, rightFirst: sweep % 4 >= 2);
            long crossings = CrossingCounter.Count(layers);
            if (crossings < fewest)
            {
                (fewest, best, idle) = (crossings, Copy(layers), -1);
            }
        }

        for (int i = 0; i < layers.Count; i++)
        {
            layers[i].Clear();
            layers[i].AddRange(best[i]);
            Number(layers[i]);
        }
    }

    /// <summary>The first order: as a walk through the definition meets the vertices, so that the first choice stands first.</summary>
    private static void OrderByWalk(List<List<Vertex>> layers)
    {
        var roots = new List<Vertex>(layers.SelectMany(static layer => layer.Where(static vertex => vertex.Ups.Count == 0)));
        foreach (List<Vertex> layer in layers)
        {
            layer.Clear();
        }

        var seen = new HashSet<Vertex>();
        var walk = new Stack<Vertex>();
        foreach (Vertex root in roots)
        {
            walk.Push(root);
            while (walk.TryPop(out Vertex? vertex))
            {
                if (!seen.Add(vertex))
                {
                    continue;
                }

                layers[vertex.Layer].Add(vertex);
                for (int i = vertex.Downs.Count - 1; i >= 0; i--)
                {
                    walk.Push(vertex.Downs[i]);
                }
            }
        }

        layers.ForEach(Number);
    }

    private static void Sweep(List<List<Vertex>> layers, bool isDown, bool rightFirst)
    {
        for (int i = 1; i < layers.Count; i++)
        {
            List<Vertex> layer = isDown ? layers[i] : layers[layers.Count - 1 - i];
            Vertex[] sorted = [.. layer];
            double[] means = [.. layer.Select(vertex => Mean(vertex, isDown ? vertex.Ups : vertex.Downs))];
            int[] ties = [.. layer.Select(vertex => rightFirst ? -vertex.Order : vertex.Order)];
            Array.Sort(ties.Select((tie, place) => (means[place], tie)).ToArray(), sorted);
            layer.Clear();
            layer.AddRange(sorted);
            Number(layer);
        }
    }

    private static double Mean(Vertex vertex, List<Vertex> neighbours) =>
        neighbours.Count == 0 ? vertex.Order : neighbours.Average(static neighbour => neighbour.Order);

    private static void Number(List<Vertex> layer)
    {
        for (int i = 0; i < layer.Count; i++)
        {
            layer[i].Order = i;
        }
    }

    private static Vertex[][] Copy(List<List<Vertex>> layers) => [.. layers.Select(static layer => layer.ToArray())];
}
