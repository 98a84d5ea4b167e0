using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Represents one element of a <c>Catch</c> field: where the execution goes on after which errors.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class Catcher
{
    private readonly StateReference _next;

    internal Catcher(ImmutableArray<string> errorEquals, StateReference next, ResultPath resultPath, PayloadTemplate? assign, PayloadTemplate? output, string? comment)
    {
        ErrorEquals = errorEquals;
        _next = next;
        ResultPath = resultPath;
        Assign = assign;
        Output = output;
        Comment = comment;
    }

    /// <summary>Gets the error names it matches; never empty.</summary>
    public ImmutableArray<string> ErrorEquals { get; }

    /// <summary>Gets the name of the state to go on with.</summary>
    public string Next => _next.Name;

    /// <summary>Gets where the error output goes in the state's input.</summary>
    public ResultPath ResultPath { get; }

    /// <summary>Gets the variables to assign when it catches, if any.</summary>
    public PayloadTemplate? Assign { get; }

    /// <summary>Gets the JSONata template of the state's output when it catches, if it has one; otherwise that is the error output.</summary>
    public PayloadTemplate? Output { get; }

    /// <summary>Gets the comment, if any.</summary>
    public string? Comment { get; }

    internal State Target => _next.Target;
}
