using System.Collections.Concurrent;
using LocalBridge.Storage;
using LocalBridge.Workflows.Running;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Workflows.Distant;

/// <summary>Asks the process that works on an execution for something, and answers what others ask of this one.</summary>
/// <remarks>Goes by the real clock, as leases do: what it waits for is another process. Safe for use from any thread.</remarks>
internal sealed class DistantCalls(
    IStorageMessenger messenger,
    PayloadCodec codec,
    TimeSpan timeout,
    Func<DistantMessage, long, Task> answer,
    ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, TaskCompletionSource<DistantMessage>> _calls = new();
    private readonly CancellationTokenSource _stop = new();
    private Task? _receiving;
    private long _lastId;

    internal void Start() => _receiving = ReceiveAsync();

    /// <summary>Sends a request to the owner of an execution and waits for its reply.</summary>
    /// <returns>The reply; null when no other owner works on the execution.</returns>
    /// <exception cref="StorageUnavailableException">The owner is dead, or did not reply in time.</exception>
    internal async Task<DistantMessage?> CallAsync(string executionArn, DistantMessage request, CancellationToken cancellationToken)
    {
        long id = Interlocked.Increment(ref _lastId);
        var reply = new TaskCompletionSource<DistantMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls[id] = reply;
        try
        {
            switch (await messenger.SendToOwnerOfAsync(executionArn, Encode(request with { Id = id }), cancellationToken).ConfigureAwait(false))
            {
                case StorageMessageOutcome.NobodyElse:
                    return null;
                case StorageMessageOutcome.OwnerIsDead:
                    throw new StorageUnavailableException(
                        $"The process that worked on the execution '{executionArn}' has died, and nobody has taken it over yet. Ask again: that takes at most {timeout}.");
                default:
                    return await reply.Task.WaitAsync(timeout, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (TimeoutException exception)
        {
            throw new StorageUnavailableException(
                $"The process that works on the execution '{executionArn}' did not reply within {timeout}. It is open whether what was asked for took effect; ask again.", exception);
        }
        finally
        {
            _calls.TryRemove(id, out _);
        }
    }

    /// <summary>Asks the owner of an execution to tell its end.</summary>
    /// <remarks>Should it be lost, the end is seen at the next renewal of the lease.</remarks>
    internal Task WatchAsync(string executionArn) => SendAsync(
        async (body, cancellationToken) => await messenger.SendToOwnerOfAsync(executionArn, body, cancellationToken).ConfigureAwait(false),
        new DistantMessage { Kind = DistantMessageKind.Watch, ExecutionArn = executionArn });

    /// <summary>Tells every other process something.</summary>
    internal Task TellOthersAsync(DistantMessage message) => SendAsync(messenger.SendToOthersAsync, message);

    /// <summary>Sends a reply, or tells something. When that fails, the other process hears nothing and asks again.</summary>
    internal Task ReplyAsync(long owner, DistantMessage reply) => SendAsync((body, cancellationToken) => messenger.SendAsync(owner, body, cancellationToken), reply);

    private async Task SendAsync(Func<StoragePayload, CancellationToken, ValueTask> send, DistantMessage message)
    {
        try
        {
            await send(Encode(message), _stop.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is StorageUnavailableException or OperationCanceledException or ObjectDisposedException)
        {
            logger.DistantMessageFailed(exception);
        }
    }

    /// <summary>Stops to receive.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_receiving is not null)
        {
            await _receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // it ends by the cancellation
        }

        foreach (TaskCompletionSource<DistantMessage> call in _calls.Values)
        {
            call.TrySetException(WorkflowEngine.Disposed());
        }

        _stop.Dispose();
    }

    private async Task ReceiveAsync()
    {
        while (true)
        {
            try
            {
                await foreach (StorageMessage message in messenger.ReceiveAsync(_stop.Token).ConfigureAwait(false))
                {
                    Take(message);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.DistantMessageFailed(exception);
            }

            await Task.Delay(RetryDelay, TimeProvider.System, _stop.Token).ConfigureAwait(false);
        }
    }

    private void Take(in StorageMessage received)
    {
        DistantMessage message;
        try
        {
            message = codec.Read(received.Body, DistantMessageFormat.Instance);
        }
        catch (Exception exception)
        {
            // One that cannot be read, such as one with another key of protection, must not hold up the others.
            logger.DistantMessageFailed(exception);
            return;
        }

        if (!message.IsReply)
        {
            // Not awaited: a slow answer must not hold up the next one.
            _ = answer(message, received.Sender);
        }
        else if (_calls.TryGetValue(message.Id, out TaskCompletionSource<DistantMessage>? call))
        {
            call.TrySetResult(message);
        }
    }

    private StoragePayload Encode(DistantMessage message) => codec.Lazy(message, DistantMessageFormat.Instance);
}
