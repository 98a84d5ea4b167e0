using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Parallels;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.MapRuns;

/// <summary>Finds distributed Map states anywhere in a definition.</summary>
internal static class MapRunSearch
{
    internal static MapState? Find(StateGraph graph, string label) => Find(graph, state => state.MapRunLabel == label);

    /// <summary>Finds the first distributed Map state that is meant.</summary>
    internal static MapState? Find(StateGraph graph, Func<MapState, bool> isMeant)
    {
        foreach (State state in graph.States)
        {
            MapState? found = state switch
            {
                MapState { IsDistributed: true } map when isMeant(map) => map,
                MapState map => Find(map.Processor, isMeant),
                ParallelState parallel => FindInBranches(parallel, isMeant),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static MapState? FindInBranches(ParallelState parallel, Func<MapState, bool> isMeant)
    {
        foreach (StateGraph branch in parallel.Branches)
        {
            if (Find(branch, isMeant) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
