using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Reads what an <c>ItemReader</c> or <c>ResultWriter</c> calls, and with what.</summary>
internal static class MapResource
{
    /// <returns>The resource; null when it is not there or none of the actions of <c>s3</c>.</returns>
    internal static TaskResource? Read(FieldReader fields, params string[] actions)
    {
        if (fields.Text("Resource") is not { Length: > 0 } text)
        {
            return null;
        }

        var resource = TaskResource.Parse(text);
        if (resource is { Kind: TaskResourceKind.Service, Pattern: TaskPattern.RequestResponse, ResourceType: "s3" or "aws-sdk:s3" } && actions.Contains(resource.Name))
        {
            return resource;
        }

        string[] choices = [.. actions.Select(static action => "arn:aws:states:::s3:" + action)];
        fields.Fault("Resource", $"The field 'Resource' should have one of these values: [{string.Join(", ", choices)}]", Suggestion.For(text, choices));
        return null;
    }

    internal static PayloadTemplate? ReadArguments(FieldReader fields) => fields.IsJsonata ? JsonataTemplateReader.Read(fields, "Arguments") : PayloadTemplateReader.Read(fields, "Parameters");
}
