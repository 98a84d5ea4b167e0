using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.States;

/// <summary>Collects the fields of states that can fail: Task, Parallel and Map states.</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
/// <remarks>Not thread-safe.</remarks>
public abstract class FallibleStateBuilder<TSelf> : FlowStateBuilder<TSelf>
    where TSelf : FallibleStateBuilder<TSelf>
{
    private readonly List<FieldsBuilder> _retriers = [];
    private readonly List<FieldsBuilder> _catchers = [];

    private protected FallibleStateBuilder(StateType type)
        : base(type)
    {
    }

    /// <summary>Sets the template that reshapes the result (JSONPath).</summary>
    /// <param name="template">Any JSON; fields that end in <c>.$</c> are expressions.</param>
    public TSelf ResultSelector(JsonValue template) => Value("ResultSelector", template);

    /// <summary>Sets the template that reshapes the result (JSONPath).</summary>
    /// <param name="configure">Adds the fields.</param>
    public TSelf ResultSelector(Action<PayloadBuilder> configure) => Template("ResultSelector", configure);

    /// <summary>Sets where the result goes in the state's raw input (JSONPath).</summary>
    /// <param name="path">The reference path; <see langword="null"/> to throw the result away.</param>
    public TSelf ResultPath(string? path) => Path("ResultPath", path);

    /// <summary>Adds a retrier. They are tried in the order in which they are added.</summary>
    /// <param name="configure">Says which errors are tried again, and how.</param>
    public TSelf Retry(Action<RetrierBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var retrier = new RetrierBuilder();
        configure(retrier);
        _retriers.Add(retrier.Fields);
        return (TSelf)this;
    }

    /// <summary>Adds a catcher. They are tried in the order in which they are added.</summary>
    /// <param name="configure">Says which errors are caught, and where the execution goes on.</param>
    public TSelf Catch(Action<CatcherBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var catcher = new CatcherBuilder();
        configure(catcher);
        _catchers.Add(catcher.Fields);
        return (TSelf)this;
    }

    internal override FieldsBuilder Complete()
    {
        if (_retriers.Count > 0)
        {
            Fields.Array("Retry", _retriers);
        }

        if (_catchers.Count > 0)
        {
            Fields.Array("Catch", _catchers);
        }

        return base.Complete();
    }
}
