using LocalBridge.Errors;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for a state machine definition that cannot be used (<c>InvalidDefinition</c> of the AWS API).</summary>
public sealed class InvalidDefinitionException : LocalBridgeException
{
    internal InvalidDefinitionException(string faults, DefinitionException? innerException = null)
        : base("InvalidDefinition", $"Invalid State Machine Definition: '{faults}'", innerException)
    {
        Faults = faults;
    }

    private InvalidDefinitionException(string message)
        : base("InvalidDefinition", message)
    {
        Faults = message;
    }

    /// <summary>Gets all faults, as the service words them. The inner <see cref="DefinitionException"/>, if there is one, has each with its place.</summary>
    public string Faults { get; }

    /// <summary>Makes one for what is wrong with a definition for another purpose than to run it.</summary>
    internal static InvalidDefinitionException InOwnWords(string message) => new(message);
}
