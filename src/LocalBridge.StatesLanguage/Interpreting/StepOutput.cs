using LocalBridge.StatesLanguage.History;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Collects everything one step causes: history to append and commands to carry out.</summary>
/// <remarks>Owned by the caller, who reuses it: <see cref="Clear"/> before the next step. Not safe for use from several threads.</remarks>
public sealed class StepOutput
{
    private readonly List<HistoryEvent> _events = [];
    private readonly List<Command> _commands = [];

    /// <summary>Initializes an empty output.</summary>
    public StepOutput()
    {
        Context = new StepContext(this);
    }

    /// <summary>Gets the history events to append, in order.</summary>
    public IReadOnlyList<HistoryEvent> Events => _events;

    /// <summary>Gets the commands to carry out, in order, once the step is committed.</summary>
    public IReadOnlyList<Command> Commands => _commands;

    /// <summary>Gets whether the step ended at its transition budget: the caller must follow it with <see cref="Stimulus.Continued"/>.</summary>
    public bool HasMore { get; internal set; }

    internal StepContext Context { get; }

    /// <summary>Empties the output for the next step.</summary>
    public void Clear()
    {
        _events.Clear();
        _commands.Clear();
        HasMore = false;
    }

    internal void Add(HistoryEvent historyEvent) => _events.Add(historyEvent);

    internal void Add(Command command) => _commands.Add(command);
}
