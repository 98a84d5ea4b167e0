using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Parallels;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Tasks;

namespace LocalBridge.Workflows.Definitions;

/// <summary>Finds the tasks of a definition that cannot work here: unknown functions and resources.</summary>
internal static class ResourceCheck
{
    /// <param name="definition">The definition.</param>
    /// <param name="tasks">Knows what can be called.</param>
    /// <exception cref="InvalidDefinitionException">There are such tasks; all are named.</exception>
    internal static void Check(StateMachineDefinition definition, ITaskInvoker tasks)
    {
        var faults = new List<string>();
        Visit(definition.Graph, string.Empty, (task, pointer) =>
        {
            if (tasks.FindFault(task.Resource) is string unknown)
            {
                faults.Add($"UNKNOWN_RESOURCE: {unknown} at {pointer}/Resource");
            }
        });
        if (faults.Count > 0)
        {
            throw new InvalidDefinitionException(string.Join(", ", faults));
        }
    }

    private static void Visit(StateGraph graph, string pointer, Action<TaskState, string> onTask)
    {
        foreach (State state in graph.States)
        {
            string statePointer = $"{pointer}/States/{state.Name}";
            switch (state)
            {
                case TaskState task:
                    onTask(task, statePointer);
                    break;
                case ParallelState parallel:
                    for (int i = 0; i < parallel.Branches.Length; i++)
                    {
                        Visit(parallel.Branches[i], $"{statePointer}/Branches/{i}", onTask);
                    }

                    break;
                case MapState map:
                    Visit(map.Processor, $"{statePointer}/ItemProcessor", onTask);
                    break;
            }
        }
    }
}
