using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Tests.Support;

/// <summary>What a task answers in a test.</summary>
internal sealed record TaskReply(JsonValue Output, string? Error, string? Cause)
{
    internal static TaskReply Succeed(JsonValue output) => new(output, null, null);

    internal static TaskReply Fail(string error, string? cause = null) => new(JsonValue.Undefined, error, cause);

    internal Stimulus ToStimulus(DateTimeOffset now, long attemptId) => Output.IsUndefined
        ? Stimulus.TaskFailed(now, attemptId, Error, Cause)
        : Stimulus.TaskSucceeded(now, attemptId, Output);
}
