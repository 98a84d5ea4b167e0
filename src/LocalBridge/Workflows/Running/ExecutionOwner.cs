using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.MapRuns;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Workflows.MapRuns;
using LocalBridge.Workflows.Tasks;

namespace LocalBridge.Workflows.Running;

/// <summary>Steps executions and carries out what follows: what a shard and the inline run of an Express execution have in common.</summary>
internal abstract class ExecutionOwner
{
    private readonly ExecutionStepper _stepper;

    private protected ExecutionOwner(WorkflowEngine engine)
    {
        Engine = engine;
        _stepper = new ExecutionStepper(engine.Logger);
    }

    internal WorkflowEngine Engine { get; }

    /// <summary>Gets the current time. It never goes back, so that histories are in order.</summary>
    internal DateTimeOffset Now
    {
        get
        {
            DateTimeOffset now = Engine.TimeProvider.GetUtcNow();
            return field = now > field ? now : field;
        }
    }

    /// <summary>Lets something happen to an execution, unless it has ended.</summary>
    internal void Step(RunningExecution execution, in Stimulus stimulus)
    {
        if (execution.Result is null)
        {
            _stepper.Step(execution, stimulus);
            OnStepped(execution);
        }
    }

    /// <summary>Takes note that an attempt has its answer or needs none.</summary>
    /// <returns>The attempt, if an answer was awaited.</returns>
    internal RunningTask? EndTask(RunningExecution execution, long attemptId)
    {
        if (!execution.TryRemoveTask(attemptId, out RunningTask? task))
        {
            return null;
        }

        Engine.Forget(task);
        return task;
    }

    /// <summary>Carries out what the steps of an execution want, after their commit.</summary>
    private protected void CarryOut(RunningExecution execution)
    {
        if (execution.IsNew)
        {
            execution.IsNew = false;
            Engine.OnStarted(execution);
        }

        if (execution.Result is ExecutionResult result)
        {
            End(execution, result);
            return;
        }

        foreach (Command command in execution.Commands)
        {
            CarryOut(execution, command);
        }

        execution.Commands.Clear();
        if (execution.HasMore)
        {
            execution.HasMore = false;
            Continue(execution);
        }
    }

    /// <summary>Makes an attempt known that waits for its answer.</summary>
    private protected RunningTask Await(RunningExecution execution, ScheduleTaskCommand command)
    {
        var task = new RunningTask(execution, command);
        execution.AddTask(task);
        Engine.TaskTokens.Add(task);
        return task;
    }

    private protected virtual void OnStepped(RunningExecution execution)
    {
    }

    /// <summary>Runs a task that was let in.</summary>
    private protected abstract void Launch(RunningTask task);

    /// <summary>Sees to it that a timer fires.</summary>
    private protected abstract void Queue(ExecutionTimer timer);

    /// <summary>Takes note that a queued timer was cancelled.</summary>
    private protected abstract void OnCancelled(ExecutionTimer timer);

    /// <summary>Sees to it that an execution whose step ended at its budget gets its next turn.</summary>
    private protected abstract void Continue(RunningExecution execution);

    private protected virtual void OnEnded(RunningExecution execution)
    {
    }

    private void CarryOut(RunningExecution execution, Command command)
    {
        switch (command)
        {
            case ScheduleTaskCommand schedule:
                Schedule(execution, schedule);
                break;
            case StartTimerCommand start:
                var timer = new ExecutionTimer(execution, start.TimerId, start.DueTime);
                execution.AddTimer(timer);
                Queue(timer);
                break;
            case CancelTaskCommand cancel:
                EndTask(execution, cancel.AttemptId)?.Cancel();
                break;
            case CancelTimerCommand cancel when execution.TryRemoveTimer(cancel.TimerId, out ExecutionTimer? running):
                Cancel(running);
                break;
        }
    }

    private void Schedule(RunningExecution execution, ScheduleTaskCommand command)
    {
        RunningTask task = Await(execution, command);
        if (command.Resource.Kind == TaskResourceKind.MapRun)
        {
            StartMapRun(execution, command, task);
            return;
        }

        if (command.Resource.Kind == TaskResourceKind.Activity)
        {
            if (!Engine.Activities.TryEnqueue(task))
            {
                execution.Shard.Post(new TaskJobEnd(
                    task,
                    TaskOutcome.Failed("States.Runtime", $"The activity {command.Resource.Text} does not exist.")));
            }

            return;
        }

        Engine.Idle.Enter();
        if (Engine.TaskGate.TryEnter(task))
        {
            Launch(task);
        }
    }

    private void StartMapRun(RunningExecution execution, ScheduleTaskCommand command, RunningTask task)
    {
        var run = new MapRun(Engine, execution, MapRunPlan.Read(execution.State.Definition, execution.Start, command));
        Engine.MapRuns.Add(run);
        task.Follow(run);
        run.Start();
    }

    private void End(RunningExecution execution, ExecutionResult result)
    {
        execution.Commands.Clear();
        foreach (RunningTask task in execution.Tasks)
        {
            Engine.Forget(task);
            task.Cancel();
        }

        foreach (ExecutionTimer timer in execution.Timers)
        {
            Cancel(timer);
        }

        execution.ClearTasksAndTimers();
        OnEnded(execution);
        Engine.OnEnded(execution, result);
        execution.Completion.Set(result);
    }

    private void Cancel(ExecutionTimer timer)
    {
        timer.IsCancelled = true;
        if (timer.IsQueued)
        {
            OnCancelled(timer);
        }
    }
}
