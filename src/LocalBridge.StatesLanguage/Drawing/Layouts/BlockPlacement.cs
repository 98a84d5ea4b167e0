namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>One of the four placements of <see cref="CrossCoordinates"/>.</summary>
internal sealed class BlockPlacement
{
    private readonly List<Vertex[]> _layers;
    private readonly bool _fromAbove;
    private readonly bool _leansLeft;
    private readonly HashSet<(Vertex Upper, Vertex Lower)> _sideLines;
    private readonly int[] _place;
    private readonly Vertex[] _root;
    private readonly Vertex[] _next;

    private BlockPlacement(LayerGraph graph, bool fromAbove, bool leansLeft)
    {
        _fromAbove = fromAbove;
        _leansLeft = leansLeft;
        _sideLines = graph.SideLines;
        _layers = [.. graph.Layers.Select(layer => leansLeft ? [.. layer] : Enumerable.Reverse(layer).ToArray())];
        if (!fromAbove)
        {
            _layers.Reverse();
        }

        _place = new int[graph.Count];
        _root = new Vertex[graph.Count];
        _next = new Vertex[graph.Count];
        foreach (Vertex[] layer in _layers)
        {
            for (int i = 0; i < layer.Length; i++)
            {
                _place[layer[i].Index] = i;
                _root[layer[i].Index] = _next[layer[i].Index] = layer[i];
            }
        }
    }

    internal static double[] Run(LayerGraph graph, HashSet<(Vertex Upper, Vertex Lower)> conflicts, bool fromAbove, bool leansLeft)
    {
        var placement = new BlockPlacement(graph, fromAbove, leansLeft);
        placement.Hang(conflicts);
        double[] places = placement.Place();
        return leansLeft ? places : [.. places.Select(static place => -place)];
    }

    /// <summary>Hangs each vertex under its middle neighbour, where that makes no two blocks cross.</summary>
    private void Hang(HashSet<(Vertex Upper, Vertex Lower)> conflicts)
    {
        foreach (Vertex[] layer in _layers)
        {
            int last = -1;
            foreach (Vertex vertex in layer)
            {
                Vertex[] neighbours = Neighbours(vertex);
                for (int i = (neighbours.Length - 1) / 2; neighbours.Length > 0 && i <= neighbours.Length / 2; i++)
                {
                    Vertex neighbour = neighbours[i];
                    bool isInConflict = conflicts.Contains(_fromAbove ? (neighbour, vertex) : (vertex, neighbour));
                    if (_next[vertex.Index] == vertex && last < _place[neighbour.Index] && !isInConflict && !TakesMainPlace(vertex, neighbour))
                    {
                        _next[neighbour.Index] = vertex;
                        _root[vertex.Index] = _root[neighbour.Index];
                        _next[vertex.Index] = _root[vertex.Index];
                        last = _place[neighbour.Index];
                    }
                }
            }
        }
    }

    /// <summary>Whether the place under a neighbour is kept free for the main flow.</summary>
    private bool TakesMainPlace(Vertex vertex, Vertex neighbour)
    {
        List<Vertex> others = _fromAbove ? neighbour.Downs : neighbour.Ups;
        return IsSideLine(vertex, neighbour) && others.Exists(other => !IsSideLine(other, neighbour));
    }

    private bool IsSideLine(Vertex vertex, Vertex neighbour) => _sideLines.Contains(_fromAbove ? (neighbour, vertex) : (vertex, neighbour));

    /// <summary>The neighbours in the main flow, or all when there is none.</summary>
    private Vertex[] Neighbours(Vertex vertex)
    {
        IEnumerable<Vertex> all = (_fromAbove ? vertex.Ups : vertex.Downs).OrderBy(neighbour => _place[neighbour.Index]);
        Vertex[] main = [.. all.Where(neighbour => !IsSideLine(vertex, neighbour))];
        return main.Length > 0 ? main : [.. all];
    }

    /// <summary>Pushes the blocks together: first each as far as its neighbours before it let it, then back towards those behind it.</summary>
    private double[] Place()
    {
        Dictionary<Vertex, Dictionary<Vertex, double>> distances = MeasureDistances();
        List<Vertex> order = Sort(distances);
        double[] places = new double[_root.Length];
        foreach (Vertex block in order)
        {
            foreach ((Vertex behind, double distance) in distances[block])
            {
                places[behind.Index] = Math.Max(places[behind.Index], places[block.Index] + distance);
            }
        }

        foreach (Vertex block in Enumerable.Reverse(order))
        {
            if (distances[block].Count > 0)
            {
                double room = distances[block].Min(next => places[next.Key.Index] - next.Value);
                places[block.Index] = Math.Max(places[block.Index], room);
            }
        }

        return [.. _root.Select(root => places[root.Index])];
    }

    private Dictionary<Vertex, Dictionary<Vertex, double>> MeasureDistances()
    {
        Dictionary<Vertex, Dictionary<Vertex, double>> distances = _root.Distinct().ToDictionary(static root => root, static _ => new Dictionary<Vertex, double>());
        foreach (Vertex[] layer in _layers)
        {
            for (int i = 1; i < layer.Length; i++)
            {
                Dictionary<Vertex, double> behind = distances[_root[layer[i - 1].Index]];
                Vertex root = _root[layer[i].Index];
                behind[root] = Math.Max(behind.GetValueOrDefault(root), Distance(layer[i - 1], layer[i]));
            }
        }

        return distances;
    }

    private double Distance(Vertex left, Vertex right) =>
        left.Margin + right.Margin + (_leansLeft ? left.After + right.Before : left.Before + right.After);

    private static List<Vertex> Sort(Dictionary<Vertex, Dictionary<Vertex, double>> distances)
    {
        var waiting = new Dictionary<Vertex, int>();
        foreach (Vertex behind in distances.Values.SelectMany(static next => next.Keys))
        {
            waiting[behind] = waiting.GetValueOrDefault(behind) + 1;
        }

        var sorted = new List<Vertex>(distances.Count);
        var ready = new Queue<Vertex>(distances.Keys.Where(block => !waiting.ContainsKey(block)));
        while (ready.TryDequeue(out Vertex? block))
        {
            sorted.Add(block);
            foreach (Vertex behind in distances[block].Keys)
            {
                if (--waiting[behind] == 0)
                {
                    ready.Enqueue(behind);
                }
            }
        }

        return sorted;
    }
}
