namespace LocalBridge.EventBuses.Dispatching;

/// <summary>Hands events to one kind of target. Fails by throwing or by a faulted task.</summary>
internal abstract class TargetInvoker
{
    /// <summary>Gets whether the target may run on the thread of the bus while it completes at once.</summary>
    internal virtual bool MayRunInline => false;

    /// <summary>Gets how many deliveries run at once when nobody says otherwise; <see langword="null"/> for the default of the bus.</summary>
    internal virtual int? DefaultConcurrency => null;

    /// <summary>Gets whether deliveries are tried again when the target names no policy.</summary>
    internal virtual bool IsRetriedByDefault => true;

    internal abstract ValueTask InvokeAsync(in Delivery delivery, CancellationToken cancellationToken);
}
