namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Represents a state machine in the Amazon States Language.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class StateMachineDefinition
{
    /// <summary>Reads and validates a definition.</summary>
    /// <param name="json">The Amazon States Language text.</param>
    /// <exception cref="DefinitionException">The text is no JSON or no valid definition; all faults are in its diagnostics.</exception>
    public static StateMachineDefinition Parse(string json) => throw new InvalidOperationException("in work");
}
