using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Waiting;

namespace LocalBridge.StatesLanguage.Inspecting;

/// <summary>Runs one state alone, on the interpreter that runs executions, and shows what happens in it (<c>TestState</c> of AWS Step Functions).</summary>
/// <remarks>
/// <para>A pure function as the interpreter is: a task is not carried out but asked for (<see cref="Task"/>), and its answer given by
/// <see cref="Succeed"/> or <see cref="Fail"/>. A Wait state ends at once. Branches and iterations do not run: the options say what they give.</para>
/// <para>One instance is one test. Not safe for use from several threads.</para>
/// </remarks>
public sealed class StateTest
{
    private readonly StepOutput _output = new();
    private readonly StepContext _step;
    private readonly StateInspection _inspection;
    private readonly Frame _frame;
    private readonly DateTimeOffset _time;

    /// <summary>Runs the state up to its end, or up to the answer of its task.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="state">The state, which may be inside of a branch or an item processor.</param>
    /// <param name="options">The circumstances.</param>
    /// <exception cref="ArgumentException">The definition has no such state.</exception>
    public StateTest(StateMachineDefinition definition, State state, StateTestOptions options)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(options);
        StateGraph graph = StateSearch.FindGraph(definition.Graph, state)
            ?? throw new ArgumentException($"The definition has no state '{state.Name}'.", nameof(state));
        _time = options.Start.StartTime;
        _inspection = new StateInspection(options);
        _step = new StepContext(_output) { Inspection = _inspection };
        var execution = new ExecutionState(definition, options.Start with { IsExpress = true, RecordsHistory = false }, options.Limits)
        {
            ContextOverride = options.Context,
        };
        _step.Begin(execution, _time);
        _frame = execution.AddFrame(graph, null, 0, options.Start.Input, 0, JsonValue.Undefined);
        _frame.Current = state;
        _frame.Variables.Assign(options.Variables);
        if (options.RetrierRetryCount > 0)
        {
            _frame.RetrierCounts = new int[state.Retry.Length];
            _frame.RetrierCounts.AsSpan().Fill(options.RetrierRetryCount);
        }

        FrameRunner.RunState(_step, _frame);
        if (_frame.Phase == FramePhase.AwaitingTime)
        {
            FrameRunner.Settle(_step, _frame, WaitStep.End(_step, _frame));
        }
    }

    /// <summary>Gets the attempt whose answer the state waits for; <see langword="null"/> when it waits for none.</summary>
    public ScheduleTaskCommand? Task => _frame.Phase == FramePhase.AwaitingTask ? _output.Commands.OfType<ScheduleTaskCommand>().Last() : null;

    /// <summary>Gets how the test ended.</summary>
    /// <exception cref="InvalidOperationException">The state waits for its task.</exception>
    public TestExecutionStatus Status => _frame.Phase switch
    {
        FramePhase.AwaitingTask => throw new InvalidOperationException("The state waits for the answer of its task."),
        FramePhase.AwaitingRetry => TestExecutionStatus.Retriable,
        _ when _step.State.Status == ExecutionStatus.Failed => TestExecutionStatus.Failed,
        _ when Error is not null => TestExecutionStatus.CaughtError,
        _ => TestExecutionStatus.Succeeded,
    };

    /// <summary>Gets the output; undefined when the state was not left.</summary>
    public JsonValue Output => _inspection.Output;

    /// <summary>Gets the error name, if there was an error.</summary>
    public string? Error => _inspection.Error?.Error;

    /// <summary>Gets the cause, if there was an error that has one.</summary>
    public string? Cause => _inspection.Error?.Cause;

    /// <summary>Gets the name of the state that would be next; <see langword="null"/> for none.</summary>
    public string? NextState => _inspection.Next?.Name;

    /// <summary>Gets what the data looked like on its way.</summary>
    public InspectionData InspectionData => _inspection.Data;

    /// <summary>Gets why the options do not fit the state, in the words of the service; <see langword="null"/> when they do.</summary>
    public string? Fault => _inspection.Fault;

    /// <summary>Finds a state anywhere in a definition, branches and item processors included.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="name">The name of the state.</param>
    /// <returns>The state; <see langword="null"/> when there is none.</returns>
    public static State? Find(StateMachineDefinition definition, string name)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(name);
        return StateSearch.Find(definition.Graph, name);
    }

    /// <summary>Answers the task.</summary>
    /// <param name="result">Its result.</param>
    /// <exception cref="InvalidOperationException">The state does not wait for a task.</exception>
    public void Succeed(JsonValue result) => Answer(Stimulus.TaskSucceeded(_time, RequireTask(), result));

    /// <summary>Lets the task fail.</summary>
    /// <param name="error">The error name.</param>
    /// <param name="cause">The cause.</param>
    /// <exception cref="InvalidOperationException">The state does not wait for a task.</exception>
    public void Fail(string? error, string? cause) => Answer(Stimulus.TaskFailed(_time, RequireTask(), error, cause));

    private void Answer(in Stimulus stimulus) => Tasks.TaskAnswer.Take(_step, stimulus);

    private long RequireTask() => Task?.AttemptId ?? throw new InvalidOperationException("The state does not wait for a task.");
}
