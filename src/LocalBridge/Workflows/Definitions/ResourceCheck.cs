using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Parallels;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Tasks;

namespace LocalBridge.Workflows.Definitions;

/// <summary>Finds what cannot work here in a definition: unknown functions and resources, and what an Express state machine may not do.</summary>
internal sealed class ResourceCheck
{
    private const string SchemaFault = "SCHEMA_VALIDATION_FAILED";

    private readonly ITaskInvoker? _tasks;
    private readonly List<string> _faults = [];

    private ResourceCheck(ITaskInvoker? tasks)
    {
        _tasks = tasks;
    }

    /// <param name="definition">The definition.</param>
    /// <param name="type">The type of the state machine.</param>
    /// <param name="tasks">Knows what can be called; <see langword="null"/> when unknown resources are allowed.</param>
    /// <exception cref="InvalidDefinitionException">There is something; all of it is named.</exception>
    internal static void Check(StateMachineDefinition definition, StateMachineType type, ITaskInvoker? tasks)
    {
        var check = new ResourceCheck(tasks);
        check.Visit(definition.Graph, string.Empty, type == StateMachineType.Express);
        if (check._faults.Count > 0)
        {
            throw new InvalidDefinitionException(string.Join(", ", check._faults));
        }
    }

    private static string? FindExpressFault(TaskResource resource) => resource switch
    {
        { Kind: TaskResourceKind.Activity } => "Express state machine does not support Activity ARN",
        { Pattern: TaskPattern.Sync } => "Express state machine does not support '.sync' service integration",
        { Pattern: TaskPattern.WaitForTaskToken } => "Express state machine does not support '.waitForTaskToken' service integration",
        _ => null,
    };

    private void Visit(StateGraph graph, string pointer, bool isExpress)
    {
        foreach (State state in graph.States)
        {
            string statePointer = $"{pointer}/States/{state.Name}";
            switch (state)
            {
                case TaskState task:
                    Visit(task, statePointer, isExpress);
                    break;
                case ParallelState parallel:
                    for (int i = 0; i < parallel.Branches.Length; i++)
                    {
                        Visit(parallel.Branches[i], $"{statePointer}/Branches/{i}", isExpress);
                    }

                    break;
                case MapState map:
                    Visit(map, statePointer, isExpress);
                    break;
            }
        }
    }

    private void Visit(TaskState task, string pointer, bool isExpress)
    {
        if (isExpress && FindExpressFault(task.Resource) is string illegal)
        {
            _faults.Add($"{SchemaFault}: {illegal} at {pointer}/Resource");
        }
        else
        {
            AddUnknown(_tasks?.FindFault(task.Resource), pointer);
        }
    }

    private void Visit(MapState map, string pointer, bool isExpress)
    {
        if (isExpress && map.IsDistributed)
        {
            _faults.Add($"{SchemaFault}: Express state machine does not support Distributed Map state at {pointer}/ItemProcessor/ProcessorConfig/Mode");
        }

        if (map.ItemReader is { } reader)
        {
            AddUnknown(_tasks?.FindObjectFault(reader.Resource), $"{pointer}/ItemReader");
        }

        if (map.ResultWriter?.Resource is { } writer)
        {
            AddUnknown(_tasks?.FindObjectFault(writer), $"{pointer}/ResultWriter");
        }

        bool areExpress = map.IsDistributed ? map.ProcessorConfig.ExecutionType == ProcessorExecutionType.Express : isExpress;
        Visit(map.Processor, $"{pointer}/ItemProcessor", areExpress);
    }

    private void AddUnknown(string? fault, string pointer)
    {
        if (fault is not null)
        {
            _faults.Add($"UNKNOWN_RESOURCE: {fault} at {pointer}/Resource");
        }
    }
}
