using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Reads the <c>Resource</c> of a Task state.</summary>
internal static class TaskResourceReader
{
    private const string Field = "Resource";

    /// <returns>The resource, or null when it is not there or is faulty.</returns>
    internal static TaskResource? Read(FieldReader fields)
    {
        fields.Require(Field);
        if (fields.Text(Field) is not { } text)
        {
            return null;
        }

        TaskResource? resource = IsWellFormed(text) ? TaskResource.Parse(text) : null;
        if (resource is null or { Kind: TaskResourceKind.MapRun } || (resource.Kind == TaskResourceKind.Service && !ServiceIntegrations.MayExist(resource)))
        {
            fields.Fault(
                Field,
                $"The resource provided {text} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.");
            return null;
        }

        if (fields.Context.IsExpress && FindExpressFault(resource) is { } fault)
        {
            fields.Fault(Field, fault);
        }

        return resource;
    }

    /// <summary>An ARN, a plain name, or one of the two with placeholders (<c>${Name}</c>) that a deployment fills in.</summary>
    private static bool IsWellFormed(string text)
    {
        bool isOpen = false;
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                return false;
            }

            if (character == '{' && i > 0 && text[i - 1] == '$')
            {
                isOpen = true;
            }
            else if (character == '}')
            {
                isOpen = false;
            }
        }

        return text.Length > 0 && !isOpen;
    }

    private static string? FindExpressFault(TaskResource resource) => resource switch
    {
        { Kind: TaskResourceKind.Activity } => "Express state machine does not support Activity ARN",
        { Pattern: TaskPattern.Sync } => "Express state machine does not support '.sync' service integration",
        { Pattern: TaskPattern.WaitForTaskToken } => "Express state machine does not support '.waitForTaskToken' service integration",
        _ => null,
    };
}
