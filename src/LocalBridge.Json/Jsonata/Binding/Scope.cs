using System.Diagnostics;

namespace LocalBridge.Json.Jsonata.Binding;

/// <summary>Holds variables that come into being together.</summary>
/// <remarks>
/// Variables that no function outlives stand on the stack of the evaluation, in the region of the function around them (the home). The others need
/// a frame of their own on the heap.
/// </remarks>
[DebuggerDisplay("{Kind}, {Variables.Count} variables")]
internal sealed class Scope
{
    internal Scope(ScopeKind kind, Scope? parent)
    {
        Kind = kind;
        Parent = parent;
        Home = kind is ScopeKind.Root or ScopeKind.Function ? this : parent!.Home;
    }

    internal ScopeKind Kind { get; }

    internal Scope? Parent { get; }

    /// <summary>Gets the scope of the function around.</summary>
    internal Scope Home { get; }

    internal List<Variable> Variables { get; } = [];

    /// <summary>Gets or sets a value indicating whether a function inside may outlive the scope.</summary>
    internal bool IsCaptured { get; set; }

    /// <summary>Gets or sets how many places on the stack a call of the function takes.</summary>
    internal int Locals { get; set; }

    internal Variable? Find(string name)
    {
        for (int i = Variables.Count - 1; i >= 0; i--)
        {
            if (string.Equals(Variables[i].Name, name))
            {
                return Variables[i];
            }
        }

        return null;
    }

    /// <summary>Declares a parameter: it is bound from the start, and a later one of the same name hides it.</summary>
    internal Variable DeclareParameter(string name)
    {
        var variable = new Variable(name, this) { IsParameter = true };
        Variables.Add(variable);
        return variable;
    }

    internal Variable Declare(string name)
    {
        Variable? variable = Find(name);
        if (variable is null)
        {
            variable = new Variable(name, this);
            Variables.Add(variable);
        }

        return variable;
    }

    /// <summary>Counts the heap frames between this scope and one around it.</summary>
    internal int FramesUpTo(Scope around)
    {
        int frames = 0;
        for (Scope scope = this; scope != around; scope = scope.Parent!)
        {
            frames += scope.IsCaptured ? 1 : 0;
        }

        return frames;
    }
}
