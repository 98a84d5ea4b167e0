using System.Globalization;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Distant;
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
            : AnswerAsync(new TaskTokenMessage(taskToken, StimulusKind.TaskSucceeded, output), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SendTaskFailureAsync(string taskToken, string? error = null, string? cause = null, CancellationToken cancellationToken = default)
    {
        FailureText.Check(error, cause);
        return AnswerAsync(new TaskTokenMessage(taskToken, StimulusKind.TaskFailed, default, error, cause), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SendTaskHeartbeatAsync(string taskToken, CancellationToken cancellationToken = default) =>
        AnswerAsync(new TaskTokenMessage(taskToken, StimulusKind.TaskHeartbeat), cancellationToken);

    private Task AnswerAsync(TaskTokenMessage answer, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(answer.TaskToken);
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfNotRunning();
        return TaskTokens.Contains(answer.TaskToken) ? AnswerHereAsync(answer, cancellationToken) : AnswerElsewhereAsync(answer, cancellationToken);
    }

    private Task AnswerHereAsync(TaskTokenMessage answer, CancellationToken cancellationToken)
    {
        RunningTask task = TaskTokens.Get(answer.TaskToken);
        var work = new TaskTokenAnswer(task, answer.Kind, answer.Output, answer.Error, answer.Cause);
        task.Execution.Shard.Post(work);
        return work.Task.WaitAsync(cancellationToken);
    }
}
