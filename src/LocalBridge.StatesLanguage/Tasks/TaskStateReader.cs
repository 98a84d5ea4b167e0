using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Reads a Task state.</summary>
internal static class TaskStateReader
{
    private const long LongestTimeout = 99_999_999;

    internal static TaskState? Read(StateFieldsReader state)
    {
        FieldReader fields = state.Fields;
        fields.Require("Resource");
        string? resource = fields.Text("Resource");
        if (resource is { Length: 0 } || resource == TaskResource.MapRun.Text)
        {
            fields.Fault("Resource", "Value is not a valid resource ARN");
        }

        SecondsField timeout = ReadSeconds(fields, "TimeoutSeconds");
        SecondsField heartbeat = ReadSeconds(fields, "HeartbeatSeconds");
        if (heartbeat.Seconds >= timeout.Seconds)
        {
            fields.Fault("HeartbeatSeconds", "Value must be less than 'TimeoutSeconds'");
        }

        PayloadTemplate? credentials = ReadCredentials(fields);
        StateFields common = state.Read();
        return string.IsNullOrEmpty(resource) ? null : new TaskState(common, TaskResource.Parse(resource), timeout, heartbeat, credentials);
    }

    private static SecondsField ReadSeconds(FieldReader fields, string field)
    {
        string pathField = field + "Path";
        if (fields.Has(field) && fields.Has(pathField))
        {
            fields.Context.Fault(fields.Pointer, $"Only one of '{field}' and '{pathField}' may be there");
        }

        long? seconds = fields.Integer(field, 1, LongestTimeout);
        return fields.Path(pathField) is { } path ? SecondsField.At(pathField, path)
            : seconds is { } count ? SecondsField.Literal(field, count)
            : SecondsField.None;
    }

    private static PayloadTemplate? ReadCredentials(FieldReader fields)
    {
        PayloadTemplate? credentials = PayloadTemplateReader.Read(fields, "Credentials");
        if (credentials is not null && credentials.Source["RoleArn"].IsUndefined && credentials.Source["RoleArn.$"].IsUndefined)
        {
            fields.Fault("Credentials", "The field 'RoleArn' is required but was missing");
        }

        return credentials;
    }
}
