namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>Counts how often lines between neighbouring layers cross, in the time of a sort (Barth, Jünger, Mutzel: "Simple and efficient
/// bilayer cross counting").</summary>
internal static class CrossingCounter
{
    internal static long Count(List<List<Vertex>> layers)
    {
        long crossings = 0;
        for (int i = 1; i < layers.Count; i++)
        {
            crossings += Count(layers[i - 1], layers[i].Count);
        }

        return crossings;
    }

    private static long Count(List<Vertex> upper, int lowerCount)
    {
        // A tree of sums over the places below: what has ended to the right of a place crosses what ends there now.
        int[] sums = new int[lowerCount + 1];
        int ended = 0;
        long crossings = 0;
        foreach (Vertex vertex in upper)
        {
            foreach (Vertex below in vertex.Downs)
            {
                int notRight = 0;
                for (int i = below.Order + 1; i > 0; i -= i & -i)
                {
                    notRight += sums[i];
                }

                crossings += ended - notRight;
            }

            foreach (Vertex below in vertex.Downs)
            {
                ended++;
                for (int i = below.Order + 1; i <= lowerCount; i += i & -i)
                {
                    sums[i]++;
                }
            }
        }

        return crossings;
    }
}
