using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Parallels;

/// <summary>Collects the fields of a Parallel state.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class ParallelStateBuilder : FallibleStateBuilder<ParallelStateBuilder>
{
    private readonly List<FieldsBuilder> _branches = [];

    internal ParallelStateBuilder()
        : base(StateType.Parallel)
    {
    }

    /// <summary>Sets the template of what the branches are given (JSONPath).</summary>
    /// <param name="template">Any JSON; fields that end in <c>.$</c> are expressions.</param>
    public ParallelStateBuilder Parameters(JsonValue template) => Value("Parameters", template);

    /// <summary>Sets the template of what the branches are given (JSONPath).</summary>
    /// <param name="configure">Adds the fields.</param>
    public ParallelStateBuilder Parameters(Action<PayloadBuilder> configure) => Template("Parameters", configure);

    /// <summary>Sets the template of what the branches are given (JSONata).</summary>
    /// <param name="template">Any JSON; strings in <c>{% %}</c> are expressions.</param>
    public ParallelStateBuilder Arguments(JsonValue template) => Value("Arguments", template);

    /// <summary>Sets the template of what the branches are given (JSONata).</summary>
    /// <param name="configure">Adds the fields.</param>
    public ParallelStateBuilder Arguments(Action<PayloadBuilder> configure) => Template("Arguments", configure);

    /// <summary>Adds a branch.</summary>
    /// <param name="configure">Adds the states of the branch.</param>
    public ParallelStateBuilder Branch(Action<BranchBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var branch = new BranchBuilder();
        configure(branch);
        _branches.Add(branch.Complete());
        return this;
    }

    internal override FieldsBuilder Complete()
    {
        Fields.Array("Branches", _branches);
        return base.Complete();
    }
}
