using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Workflows.Running;

/// <summary>The start of a Standard execution.</summary>
internal sealed class ExecutionBeginning(RunningExecution execution) : ShardWork
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private readonly TaskCompletionSource<RunningExecution> _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state = Waiting;
    private RunningExecution? _answer;
    private Exception? _refusal;

    /// <summary>Gets the execution once it is committed: the new one, or the running one that it is the same as.</summary>
    internal Task<RunningExecution> Task => _accepted.Task;

    /// <summary>Gets whether it put a new execution into the round that is being committed.</summary>
    internal bool HasBegun { get; private set; }

    internal RunningExecution Started => execution;

    internal override void Apply(Shard shard)
    {
        if (Interlocked.CompareExchange(ref _state, Taken, Waiting) != Waiting)
        {
            return;
        }

        if (shard.TryFind(execution.Arn, out RunningExecution? running))
        {
            bool isSame = running.Start.Input == execution.Start.Input && running.Start.StateMachineArn == execution.Start.StateMachineArn;
            if (isSame && running.Result is null)
            {
                _answer = running;
            }
            else
            {
                _refusal = new ExecutionAlreadyExistsException(execution.Arn);
            }

            return;
        }

        HasBegun = true;
        _answer = execution;
        shard.Begin(execution);
        shard.Step(execution, Stimulus.Started(execution.Start.StartTime));
    }

    /// <summary>Refuses the start after all, because its commit failed.</summary>
    internal void Refuse(Exception refusal)
    {
        HasBegun = false;
        if (_answer is not null)
        {
            (_answer, _refusal) = (null, refusal);
        }
    }

    /// <summary>Cancels the start for its caller, if no shard has taken it yet: then nothing was and will be started.</summary>
    internal void Cancel(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) == Waiting)
        {
            _accepted.TrySetCanceled(cancellationToken);
        }
    }

    internal override void OnCommitted()
    {
        if (_answer is not null)
        {
            _accepted.TrySetResult(_answer);
        }
        else if (_refusal is not null)
        {
            _accepted.TrySetException(_refusal);
        }
    }

    internal override void OnAbandoned(Exception exception) => _accepted.TrySetException(exception);
}
