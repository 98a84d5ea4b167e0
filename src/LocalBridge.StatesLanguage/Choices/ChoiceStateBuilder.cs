using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>Collects the fields of a Choice state.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class ChoiceStateBuilder : AssigningStateBuilder<ChoiceStateBuilder>
{
    private readonly List<FieldsBuilder> _choices = [];

    internal ChoiceStateBuilder()
        : base(StateType.Choice)
    {
    }

    /// <summary>Adds a rule (JSONPath). They are tried in the order in which they are added.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="next">The state to go on with when it holds.</param>
    /// <param name="configure">Sets what else happens then, if anything.</param>
    public ChoiceStateBuilder When(Condition condition, string next, Action<ChoiceBranchBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Add(condition.WriteTo, next, configure);
    }

    /// <summary>Adds a rule (JSONata). They are tried in the order in which they are added.</summary>
    /// <param name="condition">The condition: an expression in <c>{% %}</c>.</param>
    /// <param name="next">The state to go on with when it holds.</param>
    /// <param name="configure">Sets what else happens then, if anything.</param>
    public ChoiceStateBuilder When(string condition, string next, Action<ChoiceBranchBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Add(fields => fields.Text("Condition", condition), next, configure);
    }

    /// <summary>Adds a rule that always holds, or never does (JSONata).</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="next">The state to go on with when it holds.</param>
    /// <param name="configure">Sets what else happens then, if anything.</param>
    public ChoiceStateBuilder When(bool condition, string next, Action<ChoiceBranchBuilder>? configure = null) =>
        Add(fields => fields.Value("Condition", condition), next, configure);

    /// <summary>Sets the state to go on with when no rule holds.</summary>
    /// <param name="next">The name of the state.</param>
    public ChoiceStateBuilder Default(string next) => Text("Default", next);

    internal override FieldsBuilder Complete()
    {
        Fields.Array("Choices", _choices);
        return base.Complete();
    }

    private ChoiceStateBuilder Add(Action<FieldsBuilder> writeCondition, string next, Action<ChoiceBranchBuilder>? configure)
    {
        var branch = new ChoiceBranchBuilder();
        writeCondition(branch.Fields);
        configure?.Invoke(branch);
        branch.Fields.Text("Next", next);
        _choices.Add(branch.Fields);
        return this;
    }
}
