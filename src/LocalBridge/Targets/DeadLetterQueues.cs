using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Diagnostics;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Targets;

/// <summary>The registered dead-letter queues of a host, by ARN. Frozen when the host is built, so safe to use from any thread.</summary>
internal sealed class DeadLetterQueues(IEnumerable<KeyValuePair<string, Func<DeadLetter, CancellationToken, ValueTask>>> queues)
{
    private readonly FrozenDictionary<string, Func<DeadLetter, CancellationToken, ValueTask>> _queues =
        queues.ToFrozenDictionary(StringComparer.Ordinal);

    internal bool Contains(string arn) => _queues.ContainsKey(arn);

    /// <summary>Sends a letter. A queue that fails loses it, unless it is recorded: then it is sent again after the next start. Either is logged.</summary>
    internal async ValueTask<bool> TrySendAsync(string arn, DeadLetter letter, ILogger logger, bool isRecorded, CancellationToken stopToken)
    {
        if (!TryGet(arn, out Func<DeadLetter, CancellationToken, ValueTask>? queue))
        {
            if (isRecorded)
                logger.DeadLetterKept(null, letter.Event.Guid, arn, letter.ErrorCode, letter.ErrorMessage);
            else
                logger.DeadLetterQueueMissing(letter.Event.Guid, arn, letter.ErrorCode, letter.ErrorMessage);
            return false;
        }

        try
        {
            await queue(letter, stopToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception)
        {
            if (isRecorded)
                logger.DeadLetterKept(exception, letter.Event.Guid, arn, letter.ErrorCode, letter.ErrorMessage);
            else
                logger.DeadLetterQueueFailed(exception, letter.Event.Guid, arn, letter.ErrorCode, letter.ErrorMessage);
            return false;
        }
    }

    private bool TryGet(string arn, [NotNullWhen(true)] out Func<DeadLetter, CancellationToken, ValueTask>? queue) => _queues.TryGetValue(arn, out queue);
}
