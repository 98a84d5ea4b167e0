using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Has the JSONata engine compile expressions, and notes those that are faulty.</summary>
internal static class JsonataCompiler
{
    /// <param name="context">Takes the faults.</param>
    /// <param name="expression">The expression, without its marks.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="access">What it may reach through <c>$states</c>.</param>
    internal static JsonataProgram? Compile(DefinitionReadContext context, string expression, string pointer, JsonataAccess access)
    {
        string use = access == JsonataAccess.None ? string.Empty : $" that may use $states.{access}";
        context.Fault(
            pointer,
            $"This version of LocalBridge does not evaluate the JSONata expression '{expression}'{use} yet",
            DiagnosticCodes.NotSupported);
        return null;
    }
}
