using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Writes the fields that only a Task state has.</summary>
internal static class TaskStateWriter
{
    internal static void Write(FieldWriter fields, TaskState state)
    {
        fields.Text("Resource", state.Resource.Text);
        fields.Template("Credentials", state.Credentials);
        fields.Seconds("TimeoutSeconds", state.Timeout);
        fields.Seconds("HeartbeatSeconds", state.Heartbeat);
    }
}
