using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Workflows.Tasks;
using TraceSpan = System.Diagnostics.Activity;

namespace LocalBridge.Workflows.Running;

/// <summary>Represents one attempt at a task that was dispatched: runs it outside the shard and comes back into the shard's inbox with its outcome.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A cancellation source without a timer and without links has nothing to dispose.")]
internal sealed class RunningTask : ShardWork, IThreadPoolWorkItem, ITaskSubmitter
{
    private readonly ScheduleTaskCommand _command;
    private readonly CancellationTokenSource _cancellation;
    private TaskOutcome _outcome; // written before the task is posted, read by the shard
    private ITaskJob? _job;
    private bool _isSubmitted;
    private bool _isCancelled;

    internal RunningTask(RunningExecution execution, ScheduleTaskCommand command)
    {
        Execution = execution;
        _command = command;
        _cancellation = execution.RentCancellation();
    }

    internal override RunningExecution Execution { get; }

    internal long AttemptId => _command.AttemptId;

    internal string? TaskToken => _command.TaskToken;

    internal TaskResource Resource => _command.Resource;

    internal JsonValue Input => _command.Input;

    private Shard Shard => Execution.Shard;

    /// <summary>Runs the attempt on a thread of the pool. When it ends at once, the thread goes on with the shard, if nobody else is at it.</summary>
    public void Execute()
    {
        if (Invoke())
        {
            Shard.Return(this);
            Shard.TryRun();
        }
    }

    /// <summary>Runs the attempt on the calling thread.</summary>
    /// <returns>Whether it has ended; the caller then sees to it that the execution's owner hears of it. Otherwise it comes into the shard's
    /// inbox by itself.</returns>
    internal bool Invoke()
    {
        // What the handler leaves in the execution context must not reach the next one on this thread.
        ExecutionContext? context = ExecutionContext.Capture();
        TraceSpan? span = WorkflowTelemetry.StartTask(Execution, _command);
        try
        {
            ValueTask<TaskOutcome> pending;
            try
            {
                pending = Shard.Engine.Tasks.InvokeAsync(new TaskContext(Shard.Engine, Execution.Start, _command, this), _cancellation.Token);
            }
            catch (Exception exception)
            {
                pending = ValueTask.FromException<TaskOutcome>(exception);
            }

            if (!pending.IsCompleted)
            {
                _ = AwaitAsync(pending, span);
                return false;
            }

            SetOutcome(pending, span);
            return true;
        }
        finally
        {
            if (context is not null)
            {
                ExecutionContext.Restore(context);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask SubmitAsync(JsonValue output)
    {
        var submission = new TaskSubmission(this, output);
        Shard.Post(submission);
        return new ValueTask(submission.Task);
    }

    /// <summary>Says that nobody awaits the attempt any more.</summary>
    internal void Cancel()
    {
        _job?.Cancel();
        CancelHandler();
    }

    /// <summary>Says that this process gives the execution up: asks the handler to end, without an effect on what goes on elsewhere.</summary>
    internal void Abandon()
    {
        _job?.Abandon();
        CancelHandler();
    }

    /// <summary>Asks the handler to end.</summary>
    private void CancelHandler()
    {
        _isCancelled = true;

        // On the pool, because what the handler registered with its token is not for the shard to run.
        ThreadPool.UnsafeQueueUserWorkItem(static task => task.CancelNow(), this, preferLocal: false);
    }

    /// <summary>Lets the end of a job answer the attempt, without any handler.</summary>
    internal void Follow(ITaskJob job)
    {
        _job = job;
        job.OnEnded(PostJobEnd);
    }

    /// <summary>Takes note, after a restart, that the attempt was submitted already.</summary>
    internal void MarkSubmitted() => _isSubmitted = true;

    internal override void Apply(Shard shard) => Answer(shard);

    /// <summary>Tells the execution how the attempt ended.</summary>
    internal void Answer(ExecutionOwner owner)
    {
        if (!Execution.IsAwaiting(AttemptId))
        {
            return;
        }

        JsonValue output = _outcome.Output;
        switch (_outcome.Kind)
        {
            case TaskOutcomeKind.Failed:
                End(owner);
                owner.Step(Execution, Stimulus.TaskFailed(owner.Now, AttemptId, _outcome.Error, _outcome.Cause));
                break;
            case TaskOutcomeKind.Succeeded when Resource.Pattern != TaskPattern.WaitForTaskToken:
                Submit(owner, output);
                End(owner);
                owner.Step(Execution, Stimulus.TaskSucceeded(owner.Now, AttemptId, output));
                break;
            default:
                Submit(owner, output);
                _job = _outcome.Job;
                _job?.OnEnded(PostJobEnd);
                break;
        }
    }

    /// <summary>Tells the execution once that the request was accepted, if its resource is one that is submitted.</summary>
    internal void Submit(ExecutionOwner owner, JsonValue output)
    {
        if (!_isSubmitted && Resource.Pattern != TaskPattern.RequestResponse)
        {
            _isSubmitted = true;
            owner.Step(Execution, Stimulus.TaskSubmitted(owner.Now, AttemptId, output));
        }
    }

    /// <summary>Ends the attempt with the end of its handler, which has no more use for its token.</summary>
    private void End(ExecutionOwner owner)
    {
        owner.EndTask(Execution, AttemptId);
        if (!_isCancelled)
        {
            Execution.ReturnCancellation(_cancellation);
        }
    }

    private void PostJobEnd(TaskOutcome outcome) => Shard.Post(new TaskJobEnd(this, outcome));

    private async Task AwaitAsync(ValueTask<TaskOutcome> pending, TraceSpan? span)
    {
        try
        {
            TaskOutcome outcome = await pending.ConfigureAwait(false);
            SetOutcome(ValueTask.FromResult(outcome), span);
        }
        catch (Exception exception)
        {
            SetOutcome(ValueTask.FromException<TaskOutcome>(exception), span);
        }

        Shard.Return(this);
        Shard.Wake();
    }

    private void SetOutcome(ValueTask<TaskOutcome> completed, TraceSpan? span)
    {
        try
        {
            _outcome = completed.GetAwaiter().GetResult();
        }
        catch (Exception exception)
        {
            _outcome = TaskFault.From(exception);
            if (!_cancellation.IsCancellationRequested)
            {
                Shard.Engine.Logger.TaskThrew(exception, Execution.Arn, _command.StateName, Resource.Text);
            }
        }

        WorkflowTelemetry.EndTask(span, _outcome);
        Shard.Engine.TaskGate.Exit();
    }

    private void CancelNow()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (AggregateException exception)
        {
            Shard.Engine.Logger.TaskCancellationFailed(exception, Execution.Arn, _command.StateName);
        }
    }
}
