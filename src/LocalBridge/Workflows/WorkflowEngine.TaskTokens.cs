using System.Globalization;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Running;

namespace LocalBridge.Workflows;

internal sealed partial class WorkflowEngine
{
    /// <inheritdoc/>
    public Task SendTaskSuccessAsync(string taskToken, JsonValue output, CancellationToken cancellationToken = default)
    {
        int length = output.GetUtf8Length();
        return length > _options.Limits.MaximumPayloadLength
            ? throw new InvalidOutputException(string.Create(
                CultureInfo.InvariantCulture,
                $"it has {length} bytes, more than the {_options.Limits.MaximumPayloadLength} allowed"))
            : AnswerAsync(taskToken, StimulusKind.TaskSucceeded, output, null, null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task SendTaskFailureAsync(string taskToken, string? error = null, string? cause = null, CancellationToken cancellationToken = default)
    {
        FailureText.Check(error, cause);
        return AnswerAsync(taskToken, StimulusKind.TaskFailed, default, error, cause, cancellationToken);
    }

    /// <inheritdoc/>
    public Task SendTaskHeartbeatAsync(string taskToken, CancellationToken cancellationToken = default) =>
        AnswerAsync(taskToken, StimulusKind.TaskHeartbeat, default, null, null, cancellationToken);

    private Task AnswerAsync(
        string taskToken,
        StimulusKind kind,
        JsonValue output,
        string? error,
        string? cause,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(taskToken);
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfNotRunning();
        RunningTask task = TaskTokens.Get(taskToken);
        var answer = new TaskTokenAnswer(task, kind, output, error, cause);
        task.Execution.Shard.Post(answer);
        return answer.Task.WaitAsync(cancellationToken);
    }
}
