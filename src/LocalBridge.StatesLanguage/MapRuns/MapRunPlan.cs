using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Tasks;

namespace LocalBridge.StatesLanguage.MapRuns;

/// <summary>Represents what a Map Run has to do: read from the command that asks for it, the same after a restart as before.</summary>
/// <remarks>Instances are immutable and safe for use from any thread.</remarks>
public sealed class MapRunPlan
{
    private readonly StateMachineDefinition _definition;
    private readonly ExecutionStart _parent;
    private readonly MapRunRequest _request;
    private readonly long _attemptId;

    private MapRunPlan(StateMachineDefinition definition, ExecutionStart parent, MapState state, MapRunRequest request, long attemptId)
    {
        _attemptId = attemptId;
        _definition = definition;
        _parent = parent;
        _request = request;
        State = state;
    }

    /// <summary>Gets the Map state.</summary>
    public MapState State { get; }

    /// <summary>Gets the ARN of the Map Run.</summary>
    public string MapRunArn => _request.MapRunArn;

    /// <summary>Gets the ARN of the state machine that the child executions belong to.</summary>
    public string ChildStateMachineArn => MapRunArns.StateMachine(_parent.StateMachineArn, State.MapRunLabel!);

    /// <summary>Gets what the child executions run.</summary>
    public StateMachineDefinition ChildDefinition => State.ProcessorDefinition!;

    /// <summary>Gets how many child executions may run at once, as the state says it; 0 for as many as the service allows.</summary>
    public int MaxConcurrency => _request.MaxConcurrency;

    /// <summary>Gets how many child executions may run at once.</summary>
    public int ConcurrencyLimit => _request.ConcurrencyLimit;

    /// <summary>Gets how many items may fail; <see langword="null"/> when no number bounds them.</summary>
    public long? ToleratedFailureCount => _request.ToleratedFailureCount;

    /// <summary>Gets how many of a hundred items may fail; <see langword="null"/> when no percentage bounds them.</summary>
    public double? ToleratedFailurePercentage => _request.ToleratedFailurePercentage;

    /// <summary>Gets the items; undefined when they are to be read.</summary>
    public JsonValue Items => _request.Items;

    /// <summary>Gets what the item reader's resource is called with; undefined for nothing.</summary>
    public JsonValue ReaderArguments => _request.ReaderArguments;

    /// <summary>Gets how many items are read at most; <see langword="null"/> for all.</summary>
    public long? MaxItems => _request.MaxItems is > 0 ? _request.MaxItems : null;

    /// <summary>Gets what the result writer's resource is called with; undefined for nothing.</summary>
    public JsonValue WriterArguments => _request.WriterArguments;

    /// <summary>Reads the plan out of the command of a distributed Map state.</summary>
    /// <param name="definition">The definition of the execution that the state stands in.</param>
    /// <param name="parent">What that execution was started with.</param>
    /// <param name="command">The command, whose resource is <see cref="TaskResource.MapRun"/>.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">The command is another one, or is not of this definition.</exception>
    public static MapRunPlan Read(StateMachineDefinition definition, ExecutionStart parent, ScheduleTaskCommand command)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(command);
        if (command.Resource.Kind != TaskResourceKind.MapRun)
        {
            throw new ArgumentException($"The command is for the resource '{command.Resource.Text}', not for a Map Run.", nameof(command));
        }

        MapState state = MapRunSearch.Find(definition.Graph, map => map.Name == command.StateName)
            ?? throw new ArgumentException($"The definition has no distributed Map state '{command.StateName}'.", nameof(command));
        return new MapRunPlan(definition, parent, state, MapRunRequest.Read(command.Input), command.AttemptId);
    }

    /// <summary>Makes the task of reading or writing an object for the Map Run, for a handler that is registered for the resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="input">What it is called with.</param>
    public ScheduleTaskCommand CreateTask(TaskResource resource, JsonValue input) => new(_attemptId, State.Name, resource, input, JsonValue.Undefined, null);

    /// <summary>Makes the inputs of the child executions: each item through the item selector, then put together into batches.</summary>
    /// <param name="items">The items, those of the input or those that were read.</param>
    /// <param name="inputs">The inputs in order.</param>
    /// <param name="error">Why there are none.</param>
    /// <returns><see langword="true"/> when there are.</returns>
    public bool TryCreateInputs(
        ReadOnlySpan<JsonValue> items, out ImmutableArray<MapRunInput> inputs, [NotNullWhen(false)] out StateError? error)
    {
        inputs = [];
        var selection = new ItemSelection(State.ItemSelector, _request.Scope.Restore(_definition, _parent, State, _request.Input), _request.Input);
        bool isCreated = State.ItemBatcher is null
            ? selection.TrySelectAll(items, out inputs, out error)
            : new Batching(_request, selection).TryBatch(items, out inputs, out error);
        error = error?.At(State.Name, 0);
        return isCreated;
    }
}
