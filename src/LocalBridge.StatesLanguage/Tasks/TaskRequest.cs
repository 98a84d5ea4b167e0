using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>What one attempt at a task is made with, all expressions evaluated.</summary>
internal readonly record struct TaskRequest(JsonValue Input, long? TimeoutSeconds, long? HeartbeatSeconds, JsonValue Credentials);
