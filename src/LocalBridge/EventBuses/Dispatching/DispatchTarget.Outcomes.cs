using LocalBridge.Diagnostics;
using LocalBridge.Targets;

namespace LocalBridge.EventBuses.Dispatching;

/// <content>What happens after an attempt.</content>
internal sealed partial class DispatchTarget
{
    /// <summary>Puts a delivery back into the queue for its next attempt.</summary>
    internal void PostRetry(in Delivery delivery) => Post(delivery);

    /// <summary>Notes that a delivery waits for its next attempt, which takes room in the queue.</summary>
    internal void BeginRetry()
    {
        _context.InFlight.Increment();
        lock (_gate)
        {
            _queue.Retrying++;
            UpdateFull();
        }
    }

    /// <summary>Notes that no further attempt of a delivery will come.</summary>
    internal void EndRetry()
    {
        lock (_gate)
        {
            _queue.Retrying--;
            UpdateFull();
        }

        ReleasePublishers(freedOne: true);
        _context.InFlight.Decrement();
    }

    /// <summary>Ends a delivery for good: it succeeded.</summary>
    internal ValueTask AcknowledgeAsync(in Delivery delivery) =>
        IsRecorded ? _context.DeliveryLog.CompleteAsync(delivery.Event, Identity) : ValueTask.CompletedTask;

    /// <summary>Ends a delivery for good: it failed and goes to the dead-letter queue, if there is one.</summary>
    internal async ValueTask DeadLetterAsync(Delivery delivery, DeliveryFailure failure, int retryAttempts, string? exhaustedCondition)
    {
        DeliveryTelemetry.Failed(Identity, failure.ErrorCode);
        var letter = new DeadLetter
        {
            Event = delivery.Event,
            RuleArn = Identity.RuleArn,
            TargetArn = Identity.TargetArn,
            ErrorCode = failure.ErrorCode,
            ErrorMessage = failure.Message,
            ExhaustedRetryCondition = exhaustedCondition,
            RetryAttempts = retryAttempts,
        };
        if (_deadLetterQueueArn is null)
        {
            _context.Logger.DeliveryFailed(
                failure.Exception, delivery.Event.Guid, Identity.TargetId, Identity.RuleName, _context.EventBusName, failure.ErrorCode, retryAttempts);
        }
        else if (await SendAsync(_deadLetterQueueArn, letter).ConfigureAwait(false))
        {
            DeliveryTelemetry.DeadLettered(Identity, failure.ErrorCode);
            _context.Logger.DeliveryDeadLettered(
                failure.Exception, delivery.Event.Guid, Identity.TargetId, Identity.RuleName, _context.EventBusName, _deadLetterQueueArn, failure.ErrorCode);
        }

        if (_deadLetterQueueArn is null || !IsRecorded)
            await AcknowledgeAsync(delivery).ConfigureAwait(false);
    }

    /// <summary>Hands a delivery over that was accepted before the process was started.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="attempts">How often it was tried in vain.</param>
    internal void Recover(in Delivery delivery, int attempts)
    {
        if (attempts > 0 && _retrier is not null)
            _retrier.Resume(delivery, attempts);
        else
            Post(delivery);
    }

    /// <summary>Records how often a delivery was tried in vain.</summary>
    internal ValueTask NoteAttemptsAsync(in Delivery delivery, int attempts) =>
        IsRecorded ? _context.DeliveryLog.NoteAttemptsAsync(delivery.Event, Identity, attempts) : ValueTask.CompletedTask;

    /// <summary>Ends a delivery that the host gave up at shutdown. A recorded one stays in storage and is delivered after the next start.</summary>
    internal void Abandon(in Delivery delivery)
    {
        DeliveryTelemetry.Dropped(Identity, "shutdown");
        _context.Logger.DeliveryAbandoned(delivery.Event.Guid, Identity.TargetId, Identity.RuleName, _context.EventBusName);
    }

    private async ValueTask<bool> SendAsync(string queueArn, DeadLetter letter)
    {
        // With durable storage the letter takes the place of the delivery first, and goes when its queue has it.
        string? letterId = IsRecorded ? await _context.DeliveryLog.DeadLetterAsync(Identity, letter, queueArn).ConfigureAwait(false) : null;
        bool isSent = await _context.DeadLetterQueues.TrySendAsync(queueArn, letter, _context.Logger, letterId is not null, _context.StopToken).ConfigureAwait(false);
        if (isSent && letterId is not null)
            await _context.DeliveryLog.CompleteDeadLetterAsync(letterId).ConfigureAwait(false);
        return isSent;
    }

    /// <summary>Waits for an attempt and does what its outcome asks for. Never throws.</summary>
    private async ValueTask FinishAsync(ValueTask task, Delivery delivery)
    {
        try
        {
            await task.ConfigureAwait(false);
            if (delivery.Retry is { } retry)
                retry.Report(null);
            else
                await AcknowledgeAsync(delivery).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_context.StopToken.IsCancellationRequested)
        {
            if (delivery.Retry is { } retry)
                retry.Abandon();
            else
                Abandon(delivery);
        }
        catch (Exception exception)
        {
            await HandleFailureAsync(delivery, DeliveryFailure.From(exception)).ConfigureAwait(false);
        }
        finally
        {
            _context.InFlight.Decrement();
        }
    }

    private async ValueTask HandleFailureAsync(Delivery delivery, DeliveryFailure failure)
    {
        try
        {
            if (delivery.Retry is { } retry)
                retry.Report(failure);
            else if (_retrier is not null && !failure.IsPermanent)
                _retrier.Begin(delivery, failure);
            else
                await DeadLetterAsync(delivery, failure, retryAttempts: 0, exhaustedCondition: null).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Only storage can fail here; the record of the delivery stays, and the event is delivered again after the next start.
            _context.Logger.DeliveryNotAcknowledged(exception, delivery.Event.Guid, Identity.TargetId, Identity.RuleName, _context.EventBusName);
        }
    }

    private async Task DropAsync(Delivery delivery)
    {
        try
        {
            DeliveryTelemetry.Dropped(Identity, "queue full");
            _context.Logger.DeliveryDropped(delivery.Event.Guid, Identity.TargetId, Identity.RuleName, _context.EventBusName);
            await AcknowledgeAsync(delivery).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _context.Logger.DeliveryNotAcknowledged(exception, delivery.Event.Guid, Identity.TargetId, Identity.RuleName, _context.EventBusName);
        }
        finally
        {
            _context.InFlight.Decrement();
        }
    }
}
