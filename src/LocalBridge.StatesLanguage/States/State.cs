using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.States;

/// <summary>Represents one state of a state machine: the base of the eight state types.</summary>
/// <remarks>Instances are immutable. A field that a type of state does not have stands at its default.</remarks>
public abstract class State
{
    private readonly StateFields _fields;

    private protected State(StateFields fields)
    {
        _fields = fields;
    }

    /// <summary>Gets the state's type.</summary>
    public abstract StateType Type { get; }

    /// <summary>Gets the state's name.</summary>
    public string Name => _fields.Name;

    /// <summary>Gets the comment, if any.</summary>
    public string? Comment => _fields.Comment;

    /// <summary>Gets the language of the state's expressions.</summary>
    public QueryLanguage QueryLanguage => _fields.QueryLanguage;

    /// <summary>Gets what part of the raw input the state works on.</summary>
    public PathField InputPath => _fields.InputPath;

    /// <summary>Gets what part of the state's data is passed on.</summary>
    public PathField OutputPath => _fields.OutputPath;

    /// <summary>Gets the template of the state's effective input, if it has one.</summary>
    public PayloadTemplate? Parameters => _fields.Parameters;

    /// <summary>Gets the JSONata template of what a Task or Parallel state works on, if it has one.</summary>
    public PayloadTemplate? Arguments => _fields.Arguments;

    /// <summary>Gets the JSONata template of the state's output, if it has one.</summary>
    public PayloadTemplate? Output => _fields.Output;

    /// <summary>Gets the template that reshapes the result, if it has one.</summary>
    public PayloadTemplate? ResultSelector => _fields.ResultSelector;

    /// <summary>Gets where the result goes in the state's raw input.</summary>
    public ResultPath ResultPath => _fields.ResultPath;

    /// <summary>Gets the template of the variables that are assigned when the state is left, if it has one.</summary>
    public PayloadTemplate? Assign => _fields.Assign;

    /// <summary>Gets the name of the next state; <see langword="null"/> when the state ends its graph or chooses where to go.</summary>
    public string? Next => _fields.Next?.Name;

    /// <summary>Gets which errors are tried again; empty for none.</summary>
    public ImmutableArray<Retrier> Retry => _fields.Retry;

    /// <summary>Gets which errors are caught; empty for none.</summary>
    public ImmutableArray<Catcher> Catch => _fields.Catch;

    internal bool IsJsonata => QueryLanguage == QueryLanguage.Jsonata;

    /// <summary>Whether its graph can end in it.</summary>
    internal bool IsTerminal => Type is StateType.Succeed or StateType.Fail || (Type != StateType.Choice && _fields.Next is null);

    internal State? NextState => _fields.Next?.Target;

    /// <inheritdoc/>
    public override string ToString() => $"{Type} '{Name}'";
}
