namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Represents one thing that a step wants done in the world outside: the base of the commands in a <see cref="StepOutput"/>.</summary>
/// <remarks>Commands are carried out in their order, and only after everything else in the step's output has been committed.</remarks>
public abstract class Command
{
    private protected Command()
    {
    }
}
