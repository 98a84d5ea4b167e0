using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>The target of a transition: a name when read, the state itself once the graph around it is complete.</summary>
internal sealed class StateReference(string name, string pointer)
{
    internal string Name { get; } = name;

    /// <summary>The JSON Pointer of the field that names the target.</summary>
    internal string Pointer { get; } = pointer;

    /// <summary>The target; set once by <see cref="StateGraphReader"/>.</summary>
    internal State Target { get; set; } = null!;
}
