namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>Places the vertices across the flow (Brandes, Köpf: "Fast and simple horizontal coordinate assignment"): vertices are hung
/// together in straight blocks, once from above and once from below, once leaning left and once right; each vertex gets the middle of the
/// four places. Every one of the four keeps the room between neighbours, so the middle does too.</summary>
internal static class CrossCoordinates
{
    /// <summary>Places the vertices, from 0.</summary>
    /// <returns>The extent of them all.</returns>
    internal static double Assign(LayerGraph graph)
    {
        HashSet<(Vertex Upper, Vertex Lower)> conflicts = FindConflicts(graph.Layers);
        var candidates = new List<double[]>(4);
        foreach (bool fromAbove in (bool[])[true, false])
        {
            foreach (bool leansLeft in (bool[])[true, false])
            {
                candidates.Add(BlockPlacement.Run(graph, conflicts, fromAbove, leansLeft));
            }
        }

        AlignToNarrowest(candidates, graph);
        double first = double.MaxValue;
        double last = double.MinValue;
        foreach (Vertex vertex in graph.Layers.SelectMany(static layer => layer))
        {
            double[] places = [.. candidates.Select(candidate => candidate[vertex.Index])];
            Array.Sort(places);
            vertex.Cross = (places[1] + places[2]) / 2;
            first = Math.Min(first, vertex.Cross - vertex.Before);
            last = Math.Max(last, vertex.Cross + vertex.After);
        }

        foreach (Vertex vertex in graph.Layers.SelectMany(static layer => layer))
        {
            vertex.Cross -= first;
        }

        return last - first;
    }

    /// <summary>Finds the lines at boxes that cross a line between two bends: the latter has to stay straight.</summary>
    private static HashSet<(Vertex Upper, Vertex Lower)> FindConflicts(List<List<Vertex>> layers)
    {
        var conflicts = new HashSet<(Vertex, Vertex)>();
        for (int i = 1; i < layers.Count; i++)
        {
            List<Vertex> layer = layers[i];
            int left = 0;
            int scanned = 0;
            for (int place = 0; place < layer.Count; place++)
            {
                Vertex? inner = layer[place].IsBox ? null : layer[place].Ups.Find(static up => !up.IsBox);
                if (inner is null && place < layer.Count - 1)
                {
                    continue;
                }

                int right = inner?.Order ?? layers[i - 1].Count;
                for (; scanned <= place; scanned++)
                {
                    foreach (Vertex up in layer[scanned].Ups)
                    {
                        if ((up.Order < left || up.Order > right) && (up.IsBox || layer[scanned].IsBox))
                        {
                            conflicts.Add((up, layer[scanned]));
                        }
                    }
                }

                left = right;
            }
        }

        return conflicts;
    }

    private static void AlignToNarrowest(List<double[]> candidates, LayerGraph graph)
    {
        (double First, double Last)[] extents = [.. candidates.Select(Extent)];
        (double First, double Last) narrowest = extents.MinBy(static extent => extent.Last - extent.First);
        for (int i = 0; i < candidates.Count; i++)
        {
            bool leansLeft = i % 2 == 0;
            double shift = leansLeft ? narrowest.First - extents[i].First : narrowest.Last - extents[i].Last;
            for (int j = 0; j < candidates[i].Length; j++)
            {
                candidates[i][j] += shift;
            }
        }

        (double First, double Last) Extent(double[] candidate)
        {
            IEnumerable<Vertex> vertices = graph.Layers.SelectMany(static layer => layer);
            return (vertices.Min(vertex => candidate[vertex.Index] - vertex.Before), vertices.Max(vertex => candidate[vertex.Index] + vertex.After));
        }
    }
}
