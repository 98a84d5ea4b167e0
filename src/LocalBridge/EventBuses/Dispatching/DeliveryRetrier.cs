using LocalBridge.Diagnostics;
using LocalBridge.Targets;
using Polly;
using Polly.Retry;

namespace LocalBridge.EventBuses.Dispatching;

/// <summary>
/// Tries deliveries to one target again, by Polly: the wait between attempts grows exponentially, with jitter, on the clock of the host. Attempts go
/// through the queue of the target, so they obey its concurrency and hold nothing up while they wait.
/// </summary>
internal sealed class DeliveryRetrier
{
    private const string AttemptsExhausted = "MaximumRetryAttempts";

    private const string AgeExhausted = "MaximumEventAgeInSeconds";

    private readonly DispatchTarget _target;

    private readonly DispatchContext _context;

    private readonly RetryPolicy _policy;

    private readonly ResiliencePipeline<DeliveryFailure?> _pipeline;

    internal DeliveryRetrier(DispatchTarget target, DispatchContext context, RetryPolicy policy)
    {
        _target = target;
        _context = context;
        _policy = policy;
        _pipeline = new ResiliencePipelineBuilder<DeliveryFailure?> { TimeProvider = context.TimeProvider }
            .AddRetry(new RetryStrategyOptions<DeliveryFailure?>
            {
                MaxRetryAttempts = policy.MaximumRetryAttempts,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = context.Options.RetryDelay,
                MaxDelay = context.Options.MaximumRetryDelay,
                Randomizer = context.Random,
                ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome.Result is { IsPermanent: false }),
            })
            .Build();
    }

    /// <summary>Takes over a delivery whose first attempt failed.</summary>
    internal void Begin(in Delivery delivery, DeliveryFailure failure)
    {
        _target.BeginRetry();
        _ = RunAsync(new DeliveryRetry(delivery, failure));
    }

    /// <summary>Takes over a delivery that was tried in vain before the process was started. It waits as if it had just failed.</summary>
    internal void Resume(in Delivery delivery, int attempts)
    {
        _target.BeginRetry();
        var interrupted = new DeliveryFailure(
            DeliveryErrorCodes.ErrorFromTarget, new OperationCanceledException("The process ended while the delivery waited for its next attempt."), IsPermanent: false);
        _ = RunAsync(new DeliveryRetry(delivery, interrupted) { Attempts = attempts - 1, IsResumed = true });
    }

    private async Task RunAsync(DeliveryRetry retry)
    {
        try
        {
            DeliveryFailure? failure = await _pipeline.ExecuteAsync(AttemptAsync, retry, _context.StopToken).ConfigureAwait(false);
            if (failure is null)
                await _target.AcknowledgeAsync(retry.Delivery).ConfigureAwait(false);
            else
                await _target.DeadLetterAsync(retry.Delivery, failure, retry.Attempts, ExhaustedCondition(retry, failure)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_context.StopToken.IsCancellationRequested)
        {
            _target.Abandon(retry.Delivery);
        }
        catch (Exception exception)
        {
            TargetIdentity identity = _target.Identity;
            _context.Logger.DeliveryNotAcknowledged(exception, retry.Delivery.Event.Guid, identity.TargetId, identity.RuleName, _context.EventBusName);
        }
        finally
        {
            _target.EndRetry();
        }
    }

    private async ValueTask<DeliveryFailure?> AttemptAsync(DeliveryRetry retry, CancellationToken cancellationToken)
    {
        if (retry.IsFirst)
        {
            // Polly begins with an attempt; that one was made before anybody knew that Polly is needed.
            retry.IsFirst = false;
            if (!retry.IsResumed)
                await _target.NoteAttemptsAsync(retry.Delivery, retry.Attempts + 1).ConfigureAwait(false);
            return IsTooOld(retry) || IsUsedUp(retry) ? retry.FirstFailure with { IsPermanent = true } : retry.FirstFailure;
        }

        if (IsTooOld(retry))
            return (retry.LastFailure ?? retry.FirstFailure) with { IsPermanent = true };

        DeliveryFailure? failure = await retry.AttemptAsync(_target).WaitAsync(cancellationToken).ConfigureAwait(false);
        retry.LastFailure = failure;
        if (failure is null or { IsPermanent: true })
            return failure;
        await _target.NoteAttemptsAsync(retry.Delivery, retry.Attempts + 1).ConfigureAwait(false);
        return IsTooOld(retry) || (retry.IsResumed && IsUsedUp(retry)) ? failure with { IsPermanent = true } : failure;
    }

    private bool IsTooOld(DeliveryRetry retry) =>
        _context.TimeProvider.GetUtcNow() - retry.Delivery.Event.IngestionTime >= _policy.MaximumEventAge;

    private bool IsUsedUp(DeliveryRetry retry) => retry.Attempts >= _policy.MaximumRetryAttempts;

    private string? ExhaustedCondition(DeliveryRetry retry, DeliveryFailure failure)
    {
        if (!failure.IsPermanent || (retry.IsResumed && IsUsedUp(retry)))
            return AttemptsExhausted;
        return IsTooOld(retry) ? AgeExhausted : null;
    }
}
