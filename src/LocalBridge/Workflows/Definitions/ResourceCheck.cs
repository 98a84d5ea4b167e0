using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Parallels;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Tasks;

namespace LocalBridge.Workflows.Definitions;

/// <summary>Finds what cannot work here in a definition: unknown functions and resources.</summary>
internal sealed class ResourceCheck
{
    private readonly ITaskInvoker _tasks;
    private readonly List<string> _faults = [];

    private ResourceCheck(ITaskInvoker tasks)
    {
        _tasks = tasks;
    }

    /// <param name="definition">The definition.</param>
    /// <param name="tasks">Knows what can be called.</param>
    /// <exception cref="InvalidDefinitionException">There is something; all of it is named.</exception>
    internal static void Check(StateMachineDefinition definition, ITaskInvoker tasks)
    {
        var check = new ResourceCheck(tasks);
        check.Visit(definition.Graph, string.Empty);
        if (check._faults.Count > 0)
        {
            throw new InvalidDefinitionException(string.Join(", ", check._faults));
        }
    }

    private void Visit(StateGraph graph, string pointer)
    {
        foreach (State state in graph.States)
        {
            string statePointer = $"{pointer}/States/{state.Name}";
            switch (state)
            {
                case TaskState task:
                    Add(_tasks.FindFault(task.Resource), statePointer);
                    break;
                case ParallelState parallel:
                    for (int i = 0; i < parallel.Branches.Length; i++)
                    {
                        Visit(parallel.Branches[i], $"{statePointer}/Branches/{i}");
                    }

                    break;
                case MapState map:
                    Visit(map, statePointer);
                    break;
            }
        }
    }

    private void Visit(MapState map, string pointer)
    {
        if (map.ItemReader is { } reader)
        {
            Add(_tasks.FindObjectFault(reader.Resource), $"{pointer}/ItemReader");
        }

        if (map.ResultWriter?.Resource is { } writer)
        {
            Add(_tasks.FindObjectFault(writer), $"{pointer}/ResultWriter");
        }

        Visit(map.Processor, $"{pointer}/ItemProcessor");
    }

    private void Add(string? fault, string pointer)
    {
        if (fault is not null)
        {
            _faults.Add($"UNKNOWN_RESOURCE: {fault} at {pointer}/Resource");
        }
    }
}
