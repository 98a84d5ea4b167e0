using System.Collections.Immutable;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>The exception that is thrown when a state machine definition is invalid. It holds all faults at once.</summary>
public sealed class DefinitionException : Exception
{
    internal DefinitionException(ImmutableArray<Diagnostic> diagnostics)
        : base("The state machine definition is invalid:" + Environment.NewLine + string.Join(Environment.NewLine, diagnostics))
    {
        Diagnostics = diagnostics;
    }

    /// <summary>Gets all faults found, warnings included.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
