using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Diagnostics;
using LocalBridge.EventBuses.Dispatching;

namespace LocalBridge.Targets;

/// <summary>The registered dead-letter queues of a host, by ARN. Frozen when the host is built, so safe to use from any thread.</summary>
internal sealed class DeadLetterQueues(IEnumerable<KeyValuePair<string, Func<DeadLetter, CancellationToken, ValueTask>>> queues)
{
    private readonly FrozenDictionary<string, Func<DeadLetter, CancellationToken, ValueTask>> _queues =
        queues.ToFrozenDictionary(StringComparer.Ordinal);

    internal bool Contains(string arn) => _queues.ContainsKey(arn);

    /// <summary>Sends a letter. A queue that fails loses it, which is logged.</summary>
    internal async ValueTask<bool> TrySendAsync(string arn, DeadLetter letter, DispatchContext context)
    {
        if (!TryGet(arn, out Func<DeadLetter, CancellationToken, ValueTask>? queue))
        {
            context.Logger.DeadLetterQueueMissing(letter.Event.Guid, arn, letter.ErrorCode, letter.ErrorMessage);
            return false;
        }

        try
        {
            await queue(letter, context.StopToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception)
        {
            context.Logger.DeadLetterQueueFailed(exception, letter.Event.Guid, arn, letter.ErrorCode, letter.ErrorMessage);
            return false;
        }
    }

    private bool TryGet(string arn, [NotNullWhen(true)] out Func<DeadLetter, CancellationToken, ValueTask>? queue) => _queues.TryGetValue(arn, out queue);
}
