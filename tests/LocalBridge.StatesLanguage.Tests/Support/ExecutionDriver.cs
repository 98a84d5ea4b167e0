using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Tests.Support;

/// <summary>Runs one execution on the bare interpreter: carries out its commands in order, on a clock that jumps from timer to timer.</summary>
internal sealed class ExecutionDriver
{
    private readonly StepOutput _output = new();
    private readonly Queue<Func<Stimulus>> _pending = new();
    private readonly SortedDictionary<(DateTimeOffset Due, long Id), StartTimerCommand> _timers = [];
    private readonly Dictionary<string, Func<ScheduleTaskCommand, TaskReply>> _tasks = new(StringComparer.Ordinal);

    internal ExecutionDriver(string definition, JsonValue? input = null, bool isExpress = false, InterpreterLimits? limits = null, ulong seed = 1)
    {
        State = new ExecutionState(
            StateMachineDefinition.Parse(definition),
            new ExecutionStart
            {
                ExecutionArn = "arn:aws:states:us-east-1:111111111111:execution:machine:run",
                ExecutionName = "run",
                StateMachineArn = "arn:aws:states:us-east-1:111111111111:stateMachine:machine",
                StateMachineName = "machine",
                RoleArn = "arn:aws:iam::111111111111:role/role",
                Input = input ?? JsonValue.EmptyObject,
                StartTime = Now,
                Seed = seed,
                IsExpress = isExpress,
            },
            limits);
    }

    /// <summary>Gets the execution; between two steps another state may take its place.</summary>
    internal ExecutionState State { get; private set; }

    /// <summary>Gets or sets what comes between two steps, for example a way through a store: the execution goes on with what it returns.</summary>
    internal Func<ExecutionState, ExecutionState>? BetweenSteps { get; set; }

    internal DateTimeOffset Now { get; private set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal List<HistoryEvent> History { get; } = [];

    internal List<Command> Commands { get; } = [];

    internal List<ScheduleTaskCommand> Scheduled { get; } = [];

    internal CompleteExecutionCommand? Completion { get; private set; }

    internal string Trace => string.Join(' ', History.Select(static x => $"{x.Id}<{x.PreviousEventId}:{x.Type}"));

    /// <summary>Answers tasks of a resource at once.</summary>
    internal ExecutionDriver On(string resource, Func<ScheduleTaskCommand, TaskReply> reply)
    {
        _tasks[resource] = reply;
        return this;
    }

    /// <summary>Runs until the execution has ended, or nothing can happen any more without <see cref="Send"/>.</summary>
    internal ExecutionDriver Run()
    {
        if (History.Count == 0)
        {
            Send(Stimulus.Started(Now));
        }

        while (Completion is null && (_pending.Count > 0 || _timers.Count > 0))
        {
            if (_pending.TryDequeue(out Func<Stimulus>? next))
            {
                Send(next());
                continue;
            }

            ((DateTimeOffset Due, long Id) key, StartTimerCommand timer) = _timers.First();
            _timers.Remove(key);
            Now = timer.DueTime > Now ? timer.DueTime : Now;
            Send(Stimulus.TimerFired(Now, timer.TimerId));
        }

        return this;
    }

    internal void Send(Stimulus stimulus)
    {
        _output.Clear();
        Interpreter.Step(State, stimulus, _output);
        History.AddRange(_output.Events);
        Commands.AddRange(_output.Commands);
        foreach (Command command in _output.Commands)
        {
            CarryOut(command);
        }

        if (_output.HasMore)
        {
            _pending.Enqueue(() => Stimulus.Continued(Now));
        }

        if (Completion is null && BetweenSteps is not null)
        {
            State = BetweenSteps(State);
        }
    }

    private void CarryOut(Command command)
    {
        switch (command)
        {
            case ScheduleTaskCommand task:
                Scheduled.Add(task);
                if (_tasks.TryGetValue(task.Resource.Text, out Func<ScheduleTaskCommand, TaskReply>? reply))
                {
                    _pending.Enqueue(() => reply(task).ToStimulus(Now, task.AttemptId));
                }

                break;
            case StartTimerCommand timer:
                _timers.Add((timer.DueTime, timer.TimerId), timer);
                break;
            case CancelTimerCommand cancel:
                foreach ((DateTimeOffset, long Id) key in _timers.Keys.Where(x => x.Id == cancel.TimerId).ToArray())
                {
                    _timers.Remove(key);
                }

                break;
            case CompleteExecutionCommand complete:
                Completion = complete;
                break;
            default:
                break;
        }
    }
}
