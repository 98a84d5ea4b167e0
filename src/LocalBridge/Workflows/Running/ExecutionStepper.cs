using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Persisting;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Workflows.Running;

/// <summary>Steps executions and gathers what follows: events and changes for the checkpoint, commands for after the commit.</summary>
/// <remarks>Reuses one output; belongs to one owner at a time.</remarks>
internal sealed class ExecutionStepper(ILogger logger)
{
    private readonly StepOutput _output = new();

    internal void Step(RunningExecution execution, in Stimulus stimulus)
    {
        PendingCheckpoint checkpoint = execution.Checkpoint;
        if (!execution.IsExpress)
        {
            NoteStimulus(checkpoint, stimulus);
        }

        try
        {
            Interpreter.Step(execution.State, stimulus, _output);
            Gather(execution, checkpoint, stimulus.Time);
        }
        catch (Exception exception)
        {
            // A fault of the interpreter ends its execution, never the shard. The step is dropped as a whole.
            logger.InterpreterFailed(exception, execution.Arn, stimulus.Kind);
            Fail(execution, checkpoint, stimulus.Time, exception);
        }
        finally
        {
            _output.Clear();
        }
    }

    private static void NoteStimulus(PendingCheckpoint checkpoint, in Stimulus stimulus)
    {
        switch (stimulus.Kind)
        {
            case StimulusKind.TaskSucceeded or StimulusKind.TaskFailed:
                checkpoint.OnTaskEnded(stimulus.Id);
                break;
            case StimulusKind.TaskSubmitted:
                checkpoint.OnSubmitted(stimulus.Id);
                break;
            case StimulusKind.TimerFired:
                checkpoint.OnTimerEnded(stimulus.Id);
                break;
            default:
                break;
        }
    }

    private static void Fail(RunningExecution execution, PendingCheckpoint checkpoint, DateTimeOffset time, Exception exception)
    {
        const string Error = "States.Runtime";
        string cause = $"The interpreter failed with {exception.GetType().Name}: {exception.Message}";
        execution.Commands.Clear();
        execution.HasMore = false;
        if (execution.Start.RecordsHistory)
        {
            execution.LastEventId++;
            checkpoint.Events.Add(new HistoryEvent(
                execution.LastEventId,
                execution.LastEventId - 1,
                HistoryEventType.ExecutionFailed,
                time,
                new FailureEventDetails(Error, cause)));
        }

        Close(execution, checkpoint, new ExecutionResult(ExecutionStatus.Failed, default, Error, cause, time));
    }

    private static void Close(RunningExecution execution, PendingCheckpoint checkpoint, ExecutionResult result)
    {
        execution.Result = result;
        if (!execution.IsExpress)
        {
            checkpoint.Execution = checkpoint.Execution.Ended(result);
        }
    }

    private void Gather(RunningExecution execution, PendingCheckpoint checkpoint, DateTimeOffset time)
    {
        IReadOnlyList<HistoryEvent> events = _output.Events;
        if (events.Count > 0 && !execution.IsExpress)
        {
            checkpoint.Events.AddRange(events);
            execution.LastEventId = events[^1].Id;
        }

        execution.HasMore = _output.HasMore;
        IReadOnlyList<Command> commands = _output.Commands;
        for (int i = 0; i < commands.Count; i++)
        {
            Command command = commands[i];
            if (command is CompleteExecutionCommand complete)
            {
                Close(execution, checkpoint, new ExecutionResult(complete.Status, complete.Output, complete.Error, complete.Cause, time));
                continue;
            }

            if (!execution.IsExpress)
            {
                NoteCommand(checkpoint, command);
            }

            execution.Commands.Add(command);
        }
    }

    private static void NoteCommand(PendingCheckpoint checkpoint, Command command)
    {
        switch (command)
        {
            case ScheduleTaskCommand schedule:
                checkpoint.ScheduledTasks.Add(schedule);
                break;
            case CancelTaskCommand cancel:
                checkpoint.OnTaskEnded(cancel.AttemptId);
                break;
            case StartTimerCommand start:
                checkpoint.StartedTimers.Add(start);
                break;
            case CancelTimerCommand cancel:
                checkpoint.OnTimerEnded(cancel.TimerId);
                break;
            default:
                throw new InvalidOperationException($"The shell does not know the command '{command.GetType().Name}'.");
        }
    }
}
