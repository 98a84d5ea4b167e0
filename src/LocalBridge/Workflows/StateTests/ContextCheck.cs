using LocalBridge.Errors;
using LocalBridge.Json;

namespace LocalBridge.Workflows.StateTests;

/// <summary>Checks the context object that a state is tested with: its fields are those of the service, and none need be there.</summary>
internal static class ContextCheck
{
    private static readonly string[] Objects = ["Execution", "State", "StateMachine", "Task"];

    internal static void Check(JsonValue context)
    {
        if (!context.TryGetObject(out JsonObject? fields))
        {
            throw Fault("the value must be a JSON object");
        }

        foreach (KeyValuePair<string, JsonValue> field in fields)
        {
            if (field.Key == "Map")
            {
                throw Fault(TestStateMessages.MapInContext);
            }

            if (!Objects.Contains(field.Key, StringComparer.Ordinal))
            {
                throw Fault(TestStateMessages.UnknownContextField(field.Key));
            }

            if (!field.Value.TryGetObject(out JsonObject? inner))
            {
                throw Fault(TestStateMessages.WrongContextType(field.Key, "object"));
            }

            foreach (KeyValuePair<string, JsonValue> member in inner)
            {
                CheckMember(field.Key, member.Key, member.Value);
            }
        }
    }

    private static void CheckMember(string parent, string name, JsonValue value)
    {
        string path = $"{parent}.{name}";
        switch (path)
        {
            case "Execution.Input":
                break;
            case "Execution.RedriveCount" or "State.RetryCount":
                if (!value.TryGetInt64(out _))
                {
                    throw Fault(TestStateMessages.WrongContextType(path, "integer"));
                }

                break;
            case "Execution.Id" or "Execution.Name" or "Execution.RoleArn" or "Execution.StartTime" or "Execution.RedriveTime"
                or "State.EnteredTime" or "State.Name" or "StateMachine.Id" or "StateMachine.Name" or "Task.Token":
                if (!value.IsString)
                {
                    throw Fault(TestStateMessages.WrongContextType(path, "string"));
                }

                break;
            default:
                throw Fault(TestStateMessages.UnknownContextField(name));
        }
    }

    private static ValidationException Fault(string fault) => new(TestStateMessages.InvalidContext(fault));
}
