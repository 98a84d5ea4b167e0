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
        TaskResource? resource = TaskResourceReader.Read(fields);
        SecondsField timeout = ReadSeconds(fields, "TimeoutSeconds");
        SecondsField heartbeat = ReadSeconds(fields, "HeartbeatSeconds");
        if (heartbeat.Seconds >= timeout.Seconds)
        {
            fields.Fault("HeartbeatSeconds", "Value must be less than 'TimeoutSeconds'");
        }

        PayloadTemplate? credentials = ReadCredentials(fields);
        StateFields common = state.Read();
        return resource is null ? null : new TaskState(common, resource, timeout, heartbeat, credentials);
    }

    private static SecondsField ReadSeconds(FieldReader fields, string field)
    {
        if (JsonataFieldReader.TryRead(fields, field, out JsonataField? expression))
        {
            return expression is null ? SecondsField.None : SecondsField.Computed(field, expression);
        }

        if (fields.IsJsonata)
        {
            return fields.Integer(field, 1, LongestTimeout) is { } literal ? SecondsField.Literal(field, literal) : SecondsField.None;
        }

        string pathField = field + "Path";
        fields.Exclude(field, pathField);
        long? seconds = fields.Integer(field, 1, LongestTimeout);
        return fields.Path(pathField) is { } path ? SecondsField.At(pathField, path)
            : seconds is { } count ? SecondsField.Literal(field, count)
            : SecondsField.None;
    }

    private static PayloadTemplate? ReadCredentials(FieldReader fields)
    {
        PayloadTemplate? credentials = fields.IsJsonata
            ? JsonataTemplateReader.Read(fields, "Credentials")
            : PayloadTemplateReader.Read(fields, "Credentials");
        bool mayBePath = !fields.IsJsonata;
        if (credentials is not null && credentials.Source["RoleArn"].IsUndefined && (!mayBePath || credentials.Source["RoleArn.$"].IsUndefined))
        {
            fields.Fault("Credentials", "The field 'RoleArn' is required but was missing");
        }

        return credentials;
    }
}
