namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>Finds the links that lead back, by walking depth first from the first box: what leads to a box that is still being walked closes
/// a cycle. For flow charts these are the links people see as loops.</summary>
internal static class CycleRemoval
{
    internal static void Run(IReadOnlyList<Box> boxes, IReadOnlyList<Link> links)
    {
        ILookup<Box, Link> outgoing = links.ToLookup(static link => link.From);
        var isOpen = new Dictionary<Box, bool>();
        var walk = new Stack<(Box Box, IEnumerator<Link> Links)>();
        foreach (Box root in boxes)
        {
            if (isOpen.TryAdd(root, true))
            {
                walk.Push((root, outgoing[root].GetEnumerator()));
            }

            while (walk.TryPeek(out (Box Box, IEnumerator<Link> Links) place))
            {
                if (!place.Links.MoveNext())
                {
                    isOpen[place.Box] = false;
                    walk.Pop();
                    continue;
                }

                Link link = place.Links.Current;
                if (isOpen.TryAdd(link.To, true))
                {
                    walk.Push((link.To, outgoing[link.To].GetEnumerator()));
                }
                else
                {
                    link.IsReversed = isOpen[link.To];
                }
            }
        }
    }
}
