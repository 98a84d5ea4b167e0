using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Storage;
using LocalBridge.Workflows.Distant;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Persisting;
using LocalBridge.Workflows.Running;

namespace LocalBridge.Workflows;

/// <summary>What is asked of one process and must be done in another one that works on the execution.</summary>
internal sealed partial class WorkflowEngine
{
    /// <summary>Looks whether executions of other processes have ended that somebody of this one awaits.</summary>
    internal Task CheckDistantAsync(CancellationToken cancellationToken) => _distant.CheckAsync(cancellationToken);

    private async Task<ExecutionRecord?> FindStoredAsync(string executionArn, CancellationToken cancellationToken) =>
        await Storage.ReadExecutionAsync(executionArn, cancellationToken).ConfigureAwait(false) is { } stored ? Persistence.Read(stored) : null;

    private ExecutionCompletion AwaitElsewhere(string executionArn)
    {
        ExecutionCompletion completion = _distant.Await(executionArn);
        _ = _calls?.WatchAsync(executionArn);
        return completion;
    }

    private async Task<DateTimeOffset> StopElsewhereAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken)
    {
        if (_calls is null)
        {
            throw new ExecutionDoesNotExistException(executionArn);
        }

        var request = new DistantMessage { Kind = DistantMessageKind.Stop, ExecutionArn = executionArn, Error = error, Cause = cause };
        DistantMessage? reply = await _calls.CallAsync(executionArn, request, cancellationToken).ConfigureAwait(false);
        return reply switch
        {
            { Kind: DistantMessageKind.Done, StopDate: DateTimeOffset stopDate } => stopDate,
            { } refused => throw Refused(executionArn, refused),

            // It has ended meanwhile, or was taken over by this process.
            null => await StopHereAsync(executionArn, error, cause, cancellationToken).ConfigureAwait(false) ?? throw ChangesHands(executionArn),
        };
    }

    /// <summary>Sends an answer with a task token to where its task is.</summary>
    private async Task AnswerElsewhereAsync(TaskTokenMessage answer, CancellationToken cancellationToken)
    {
        if (!TaskToken.TryRead(answer.TaskToken, out string executionArn, out _))
        {
            throw new InvalidTokenException("Invalid token");
        }

        if (_calls is null)
        {
            throw TaskTokens.TaskEnded();
        }

        switch (await _calls.CallAsync(executionArn, answer.ToMessage(), cancellationToken).ConfigureAwait(false))
        {
            case { Kind: DistantMessageKind.Done }:
                break;
            case { Kind: DistantMessageKind.TaskOver }:
                throw TaskTokens.TaskEnded();
            case { } refused:
                throw Refused(executionArn, refused);

            // Nobody else has it, so its task is here by now, or over.
            case null:
                await AnswerHereAsync(answer, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Answers what another process asks. Contains every fault.</summary>
    private async Task AnswerDistantAsync(DistantMessage message, long sender)
    {
        DistantMessage reply;
        try
        {
            switch (message.Kind)
            {
                case DistantMessageKind.Watch:
                    await WatchForAsync(message.ExecutionArn!, sender).ConfigureAwait(false);
                    return;
                case DistantMessageKind.DefinitionsChanged:
                    _definitionChanges.OnChangedElsewhere();
                    return;
                case DistantMessageKind.Ended:
                    await _distant.CheckAsync(message.ExecutionArn!, CancellationToken.None).ConfigureAwait(false);
                    return;
                case DistantMessageKind.Stop:
                    DateTimeOffset? stopDate = await StopHereAsync(message.ExecutionArn!, message.Error, message.Cause, CancellationToken.None).ConfigureAwait(false);
                    reply = stopDate is null
                        ? new DistantMessage { Kind = DistantMessageKind.Refused, Cause = "it does not work on it any more" }
                        : new DistantMessage { Kind = DistantMessageKind.Done, StopDate = stopDate };
                    break;
                case DistantMessageKind.TaskSucceeded or DistantMessageKind.TaskFailed or DistantMessageKind.TaskHeartbeat:
                    await AnswerHereAsync(TaskTokenMessage.From(message), CancellationToken.None).ConfigureAwait(false);
                    reply = new DistantMessage { Kind = DistantMessageKind.Done };
                    break;
                default:
                    reply = new DistantMessage { Kind = DistantMessageKind.Refused, Cause = "it runs a version of LocalBridge that does not know what was asked for" };
                    break;
            }
        }
        catch (TaskTimedOutException)
        {
            reply = new DistantMessage { Kind = DistantMessageKind.TaskOver };
        }
        catch (Exception exception)
        {
            Logger.DistantMessageFailed(exception);
            reply = new DistantMessage { Kind = DistantMessageKind.Refused, Cause = exception.Message };
        }

        await _calls!.ReplyAsync(sender, reply with { Id = message.Id }).ConfigureAwait(false);
    }

    private async Task WatchForAsync(string executionArn, long sender)
    {
        var look = new ExecutionLookup(executionArn);
        ShardOf(executionArn).Post(look);
        var ended = new DistantMessage { Kind = DistantMessageKind.Ended, ExecutionArn = executionArn };
        if (await look.Task.ConfigureAwait(false) is RunningExecution running)
        {
            running.Completion.Observe(result => _ = _calls!.ReplyAsync(sender, ended));
        }
        else
        {
            await _calls!.ReplyAsync(sender, ended).ConfigureAwait(false);
        }
    }

    private static StorageUnavailableException Refused(string executionArn, DistantMessage refused) =>
        new($"The process that works on the execution '{executionArn}' refused: {refused.Cause}. Ask again.");

    private static StorageUnavailableException ChangesHands(string executionArn) =>
        new($"The execution '{executionArn}' is just being taken over by another process. Ask again.");
}
