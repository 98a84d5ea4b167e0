namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>A place in a layer: a box, the label of a link, or a point through which links pass.</summary>
internal sealed class Vertex(int index, int layer, double before, double after, double length, bool isBox, double margin)
{
    internal int Index { get; } = index;

    internal int Layer { get; } = layer;

    internal double Before { get; } = before;

    internal double After { get; } = after;

    internal double Length { get; } = length;

    internal bool IsBox { get; } = isBox;

    /// <summary>The room it wants beside itself.</summary>
    internal double Margin { get; } = margin;

    /// <summary>Its neighbours in the layer before.</summary>
    internal List<Vertex> Ups { get; } = [];

    /// <summary>Its neighbours in the layer behind.</summary>
    internal List<Vertex> Downs { get; } = [];

    internal int Order { get; set; }

    internal double Cross { get; set; }

    internal void Join(Vertex below)
    {
        if (!Downs.Contains(below))
        {
            Downs.Add(below);
            below.Ups.Add(this);
        }
    }
}
