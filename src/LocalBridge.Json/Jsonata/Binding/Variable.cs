using System.Diagnostics;

namespace LocalBridge.Json.Jsonata.Binding;

/// <summary>Represents a variable that the expression itself declares.</summary>
[DebuggerDisplay("{Name}")]
internal sealed class Variable(string name, Scope scope)
{
    internal string Name { get; } = name;

    internal Scope Scope { get; } = scope;

    /// <summary>Gets a value indicating whether it has a value whenever it can be seen.</summary>
    internal bool IsParameter { get; init; }

    /// <summary>Gets or sets its place: on the stack of its function, or in the frame of its scope where that is captured.</summary>
    internal int Slot { get; set; }
}
