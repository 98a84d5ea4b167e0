using System.Collections.Immutable;

namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>Draws the links through their vertices. Inside a layer a link runs straight along the flow, in room of its own; it bends only
/// between layers, where nothing else is. So no link can touch a box or a label that is not its own.</summary>
internal sealed class LinkRouter(LayerGraph graph, double[] starts, double[] lengths)
{
    private const double WidestPort = 16;
    private const double PortMargin = 12;

    internal void Route(Link link)
    {
        List<Vertex> way = graph.Ways[link];
        var points = new List<RoutePoint>(way.Count * 2)
        {
            new(way[0].Cross + Port(link.Upper, way[1], way[0].Downs), link.Upper.Main + link.Upper.LeaveAt, IsCurve: false),
        };
        double end = starts[way[0].Layer] + lengths[way[0].Layer];
        points.Add(new RoutePoint(points[0].Cross, end, IsCurve: false));
        for (int i = 1; i < way.Count - 1; i++)
        {
            Vertex vertex = way[i];
            points.Add(new RoutePoint(vertex.Cross, starts[vertex.Layer], IsCurve: true));
            points.Add(new RoutePoint(vertex.Cross, starts[vertex.Layer] + lengths[vertex.Layer], IsCurve: false));
            if (vertex.Before > 0)
            {
                link.LabelCross = vertex.Cross;
                link.LabelMain = starts[vertex.Layer] + (lengths[vertex.Layer] / 2);
            }
        }

        points.Add(new RoutePoint(way[^1].Cross + Port(link.Lower, way[^2], way[^1].Ups), link.Lower.Main, IsCurve: true));
        link.Route = link.IsReversed ? Reverse(points) : [.. points];
    }

    /// <summary>Where on the side of its box a link stands: in the order of the neighbours it leads to.</summary>
    private static double Port(Box box, Vertex neighbour, List<Vertex> neighbours)
    {
        // A line that can go straight does, and the others stand beside it.
        Vertex? straight = neighbours.Find(other => Math.Abs(other.Cross - box.Cross) < 0.5);
        double middle = straight is null ? (neighbours.Count - 1) / 2d : neighbours.Count(other => other.Order < straight.Order);
        int place = neighbours.Count(other => other.Order < neighbour.Order);
        double step = Math.Min(WidestPort, Math.Max(0, box.Side - (2 * PortMargin)) / Math.Max(1, 2 * Math.Max(middle, neighbours.Count - 1 - middle)));
        return (place - middle) * step;
    }

    private static ImmutableArray<RoutePoint> Reverse(List<RoutePoint> points)
    {
        ImmutableArray<RoutePoint>.Builder reversed = ImmutableArray.CreateBuilder<RoutePoint>(points.Count);
        bool isCurve = false;
        for (int i = points.Count - 1; i >= 0; i--)
        {
            reversed.Add(points[i] with { IsCurve = isCurve });
            isCurve = points[i].IsCurve;
        }

        return reversed.MoveToImmutable();
    }
}
