namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>Gives each box the first layer that is behind all boxes it is reached from. Boxes stand in even layers; labels and bends have
/// the odd ones for themselves.</summary>
internal static class LayerAssignment
{
    internal static Dictionary<Box, int> Run(IReadOnlyList<Box> boxes, IReadOnlyList<Link> links)
    {
        ILookup<Box, Link> outgoing = links.ToLookup(static link => link.Upper);
        Dictionary<Box, int> waiting = boxes.ToDictionary(static box => box, static _ => 0);
        foreach (Link link in links)
        {
            waiting[link.Lower]++;
        }

        Dictionary<Box, int> layers = boxes.ToDictionary(static box => box, static _ => 0);
        var ready = new Queue<Box>(boxes.Where(box => waiting[box] == 0));
        while (ready.TryDequeue(out Box? box))
        {
            foreach (Link link in outgoing[box])
            {
                layers[link.Lower] = Math.Max(layers[link.Lower], layers[box] + 2);
                if (--waiting[link.Lower] == 0)
                {
                    ready.Enqueue(link.Lower);
                }
            }
        }

        return layers;
    }
}
