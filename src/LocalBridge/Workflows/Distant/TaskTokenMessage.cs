using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows.Distant;

/// <summary>What somebody sends with a task token, wherever the task is.</summary>
internal readonly record struct TaskTokenMessage(string TaskToken, StimulusKind Kind, JsonValue Output = default, string? Error = null, string? Cause = null)
{
    internal static TaskTokenMessage From(DistantMessage message) => new(
        message.TaskToken!,
        message.Kind switch
        {
            DistantMessageKind.TaskSucceeded => StimulusKind.TaskSucceeded,
            DistantMessageKind.TaskFailed => StimulusKind.TaskFailed,
            _ => StimulusKind.TaskHeartbeat,
        },
        message.Output,
        message.Error,
        message.Cause);

    internal DistantMessage ToMessage() => new()
    {
        Kind = Kind switch
        {
            StimulusKind.TaskSucceeded => DistantMessageKind.TaskSucceeded,
            StimulusKind.TaskFailed => DistantMessageKind.TaskFailed,
            _ => DistantMessageKind.TaskHeartbeat,
        },
        TaskToken = TaskToken,
        Output = Output,
        Error = Error,
        Cause = Cause,
    };
}
