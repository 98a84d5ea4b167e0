using LocalBridge.Targets;

namespace LocalBridge.EventBuses.Dispatching;

/// <summary>The attempts of one delivery after the first: where an attempt tells the waiting retry policy how it went.</summary>
internal sealed class DeliveryRetry(Delivery delivery, DeliveryFailure firstFailure)
{
    /// <summary>The attempt under way, if any. Set before the attempt is posted, so no report is missed.</summary>
    private TaskCompletionSource<DeliveryFailure?>? _attempt;

    internal Delivery Delivery { get; } = delivery;

    internal DeliveryFailure FirstFailure { get; } = firstFailure;

    /// <summary>Gets how often delivery was tried again so far.</summary>
    internal int Attempts { get; set; }

    /// <summary>Gets whether it began before the process was started, so that not all attempts were counted by the policy.</summary>
    internal bool IsResumed { get; init; }

    /// <summary>Gets or sets whether the policy has yet to learn of the first failure.</summary>
    internal bool IsFirst { get; set; } = true;

    internal DeliveryFailure? LastFailure { get; set; }

    internal Task<DeliveryFailure?> AttemptAsync(DispatchTarget target)
    {
        var attempt = new TaskCompletionSource<DeliveryFailure?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _attempt = attempt;
        Attempts++;
        target.PostRetry(Delivery with { Retry = this });
        return attempt.Task;
    }

    internal void Report(DeliveryFailure? failure) => _attempt!.TrySetResult(failure);

    internal void Abandon() => _attempt!.TrySetCanceled();
}
