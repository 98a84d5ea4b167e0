namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Runs executions of state machines, one stimulus at a time, as a pure function: no clock, no I/O, no threads, no randomness of its own.</summary>
/// <remarks>The interpreter itself is stateless and safe for use from any thread; an <see cref="ExecutionState"/> belongs to one caller at a time.</remarks>
public static class Interpreter
{
    /// <summary>Lets one thing happen to an execution and says what follows from it.</summary>
    /// <param name="state">The execution; changed in place.</param>
    /// <param name="stimulus">What happens. Answers to attempts and timers that are no longer awaited are ignored.</param>
    /// <param name="output">Receives history events and commands; must be empty.</param>
    public static void Step(ExecutionState state, in Stimulus stimulus, StepOutput output)
    {
        throw new InvalidOperationException("in work");
    }
}
