using LocalBridge.Json.Jsonata.Functions;

namespace LocalBridge.Json.Jsonata.Binding;

/// <summary>Represents what a name means at a place. A variable that is not bound yet lets a same-named one around it show.</summary>
internal sealed class Reference(Scope scope)
{
    /// <summary>Gets the scope the name stands in.</summary>
    internal Scope Scope { get; } = scope;

    /// <summary>Gets the variables of the expression that it may be, innermost first.</summary>
    internal List<Variable> Variables { get; } = [];

    /// <summary>Gets or sets the place among the variables given to an evaluation; -1 where the name cannot be one of them.</summary>
    internal int Global { get; set; } = -1;

    /// <summary>Gets or sets the function it is where no variable hides it.</summary>
    internal NativeFunction? Function { get; set; }

    /// <summary>Gets or sets a value indicating whether it is the whole input, where no variable hides it.</summary>
    internal bool IsRoot { get; set; }

    /// <summary>Gets a value indicating whether it is a function that nothing can hide.</summary>
    internal bool IsFunction => Function is not null && Variables.Count == 0;
}
