using LocalBridge.StatesLanguage.Tasks;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Runs executions of state machines, one stimulus at a time, as a pure function: no clock, no I/O, no threads, no randomness of its own.</summary>
/// <remarks>The interpreter itself is stateless and safe for use from any thread; an <see cref="ExecutionState"/> belongs to one caller at a time.</remarks>
public static class Interpreter
{
    /// <summary>Lets one thing happen to an execution and says what follows from it.</summary>
    /// <param name="state">The execution; changed in place.</param>
    /// <param name="stimulus">What happens. Answers to attempts and timers that are no longer awaited are ignored, and so is everything
    /// that happens to an execution that has ended.</param>
    /// <param name="output">Receives history events and commands; must be empty.</param>
    public static void Step(ExecutionState state, in Stimulus stimulus, StepOutput output)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(output);
        StepContext step = output.Context;
        step.Begin(state, stimulus.Time);
        if (step.HasEnded)
        {
            return;
        }

        switch (stimulus.Kind)
        {
            case StimulusKind.Started:
                ExecutionBoundary.Start(step);
                break;
            case StimulusKind.Stopped:
                ExecutionBoundary.Abort(step, stimulus.Error, stimulus.Cause);
                break;
            case StimulusKind.TimerFired:
                TimerStep.Fire(step, stimulus.Id);
                break;
            case StimulusKind.Continued:
                break;
            default:
                TaskAnswer.Take(step, stimulus);
                break;
        }

        output.HasMore = FrameRunner.Run(step);
    }
}
