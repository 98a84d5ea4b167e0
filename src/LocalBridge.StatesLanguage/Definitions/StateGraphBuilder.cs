using LocalBridge.StatesLanguage.Choices;
using LocalBridge.StatesLanguage.Failing;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Parallels;
using LocalBridge.StatesLanguage.Passing;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Succeeding;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Waiting;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Collects the states of a machine, a branch or a processor.</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
/// <remarks>Not thread-safe. Nothing is checked before the machine is built; then everything is, and all faults are told at once.</remarks>
public abstract class StateGraphBuilder<TSelf>
    where TSelf : StateGraphBuilder<TSelf>
{
    private readonly FieldsBuilder _states = new();
    private string? _firstState;
    private bool _hasStart;

    private protected StateGraphBuilder()
    {
    }

    private protected FieldsBuilder Fields { get; } = new();

    /// <summary>Sets the comment.</summary>
    /// <param name="comment">The text.</param>
    public TSelf Comment(string comment)
    {
        Fields.Text("Comment", comment);
        return (TSelf)this;
    }

    /// <summary>Sets the state to begin with. Without it that is the state added first.</summary>
    /// <param name="name">The name of the state.</param>
    public TSelf StartAt(string name)
    {
        Fields.Text("StartAt", name);
        _hasStart = true;
        return (TSelf)this;
    }

    /// <summary>Adds a Pass state: it passes its input on, or gives a fixed result.</summary>
    /// <param name="name">The name, unique in the machine.</param>
    /// <param name="configure">Says what it does and where it leads.</param>
    public TSelf Pass(string name, Action<PassStateBuilder> configure) => Add(name, new PassStateBuilder(), configure);

    /// <summary>Adds a Task state: it does work.</summary>
    /// <param name="name">The name, unique in the machine.</param>
    /// <param name="resource">What is called: the name or ARN of a function, of an activity, or a service integration.</param>
    /// <param name="configure">Says what it does and where it leads.</param>
    public TSelf Task(string name, string resource, Action<TaskStateBuilder> configure) => Add(name, new TaskStateBuilder(resource), configure);

    /// <summary>Adds a Choice state: it decides where to go on.</summary>
    /// <param name="name">The name, unique in the machine.</param>
    /// <param name="configure">Says what it decides.</param>
    public TSelf Choice(string name, Action<ChoiceStateBuilder> configure) => Add(name, new ChoiceStateBuilder(), configure);

    /// <summary>Adds a Wait state: it waits for a time.</summary>
    /// <param name="name">The name, unique in the machine.</param>
    /// <param name="configure">Says how long, and where it leads.</param>
    public TSelf Wait(string name, Action<WaitStateBuilder> configure) => Add(name, new WaitStateBuilder(), configure);

    /// <summary>Adds a Succeed state: it ends well.</summary>
    /// <param name="name">The name, unique in the machine.</param>
    /// <param name="configure">Says what it gives, if that is not its input.</param>
    public TSelf Succeed(string name, Action<SucceedStateBuilder>? configure = null) => Add(name, new SucceedStateBuilder(), configure ?? (static _ => { }));

    /// <summary>Adds a Fail state: it ends with an error.</summary>
    /// <param name="name">The name, unique in the machine.</param>
    /// <param name="configure">Says which error.</param>
    public TSelf Fail(string name, Action<FailStateBuilder>? configure = null) => Add(name, new FailStateBuilder(), configure ?? (static _ => { }));

    /// <summary>Adds a Parallel state: it runs branches at the same time.</summary>
    /// <param name="name">The name, unique in the machine.</param>
    /// <param name="configure">Adds the branches, and says where it leads.</param>
    public TSelf Parallel(string name, Action<ParallelStateBuilder> configure) => Add(name, new ParallelStateBuilder(), configure);

    /// <summary>Adds a Map state: it runs the same states for each item of an array.</summary>
    /// <param name="name">The name, unique in the machine.</param>
    /// <param name="configure">Sets the items and the processor, and says where it leads.</param>
    public TSelf Map(string name, Action<MapStateBuilder> configure) => Add(name, new MapStateBuilder(), configure);

    /// <summary>Ends the collecting: writes where to start and the states behind the other fields.</summary>
    internal FieldsBuilder Complete()
    {
        if (!_hasStart && _firstState is not null)
        {
            Fields.Text("StartAt", _firstState);
        }

        Fields.Object("States", _states);
        Fields.Close();
        _states.Close();
        return Fields;
    }

    private TSelf Add<TState>(string name, TState state, Action<TState> configure)
        where TState : StateBuilder<TState>
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        configure(state);
        _firstState ??= name;
        _states.Object(name, state.Complete());
        return (TSelf)this;
    }
}
