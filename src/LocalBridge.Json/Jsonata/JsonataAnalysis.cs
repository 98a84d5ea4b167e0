namespace LocalBridge.Json.Jsonata;

/// <summary>Represents what an expression takes from outside, found without evaluating it.</summary>
/// <remarks>This type is immutable and safe to use from many threads at once.</remarks>
public sealed class JsonataAnalysis
{
    private readonly Dictionary<string, List<string>> _members;

    internal JsonataAnalysis(
        IReadOnlyList<string> variables,
        IReadOnlyList<string> functions,
        IReadOnlyList<JsonataInputReference> inputReferences,
        IReadOnlyList<JsonataException> faultyCalls,
        Dictionary<string, List<string>> members)
    {
        Variables = variables;
        Functions = functions;
        InputReferences = inputReferences;
        FaultyCalls = faultyCalls;
        _members = members;
    }

    /// <summary>Gets the names, without the dollar sign, of the variables that the expression expects in its bindings.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Gets the names, without the dollar sign, of the functions that the expression uses and does not define itself.</summary>
    public IReadOnlyList<string> Functions { get; }

    /// <summary>Gets the places that read the input itself: <c>$</c>, <c>$$</c> and fields outside of steps and predicates.</summary>
    public IReadOnlyList<JsonataInputReference> InputReferences { get; }

    /// <summary>Gets the calls that fail whenever they are evaluated: of functions that do not exist (T1006, T1005), or with too few or too many
    /// arguments (T0410).</summary>
    public IReadOnlyList<JsonataException> FaultyCalls { get; }

    /// <summary>Returns the members that the expression reads of a variable: <c>input</c> for <c>$states.input.id</c>.</summary>
    /// <param name="variable">The name of the variable, without the dollar sign.</param>
    /// <returns>The names, each once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="variable"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<string> GetMembers(string variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return _members.TryGetValue(variable, out List<string>? members) ? members : [];
    }
}
