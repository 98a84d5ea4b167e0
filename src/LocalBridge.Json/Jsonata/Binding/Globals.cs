using LocalBridge.Json.Jsonata.Functions;

namespace LocalBridge.Json.Jsonata.Binding;

/// <summary>Collects the names an expression takes from outside: variables given to an evaluation, and functions.</summary>
internal sealed class Globals(FunctionTable functions, IReadOnlyCollection<string> overridden)
{
    /// <summary>Gets the variables given to an evaluation, in the order of their places.</summary>
    internal List<string> Names { get; } = [];

    /// <summary>Gets the functions used, which a variable of the same name given to an evaluation would hide.</summary>
    internal List<string> FunctionNames { get; } = [];

    internal void Resolve(string name, Reference reference)
    {
        if (name == "$")
        {
            reference.IsRoot = true;
            return;
        }

        if (!overridden.Contains(name) && functions.Find(name) is { } function)
        {
            reference.Function = function;
            if (!FunctionNames.Contains(name))
            {
                FunctionNames.Add(name);
            }

            return;
        }

        int index = Names.IndexOf(name);
        if (index < 0)
        {
            index = Names.Count;
            Names.Add(name);
        }

        reference.Global = index;
    }
}
