using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Parallels;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Inspecting;

/// <summary>Finds states in a graph and in those inside of it.</summary>
internal static class StateSearch
{
    internal static State? Find(StateGraph graph, string name)
    {
        if (graph.TryGetState(name, out State? found))
        {
            return found;
        }

        foreach (StateGraph inner in Inner(graph))
        {
            if (Find(inner, name) is { } state)
            {
                return state;
            }
        }

        return null;
    }

    internal static StateGraph? FindGraph(StateGraph graph, State state)
    {
        if (graph.TryGetState(state.Name, out State? found) && found == state)
        {
            return graph;
        }

        foreach (StateGraph inner in Inner(graph))
        {
            if (FindGraph(inner, state) is { } holder)
            {
                return holder;
            }
        }

        return null;
    }

    private static IEnumerable<StateGraph> Inner(StateGraph graph) => graph.States.SelectMany(static state => state switch
    {
        ParallelState parallel => parallel.Branches,
        MapState map => [map.Processor],
        _ => (IEnumerable<StateGraph>)[],
    });
}
