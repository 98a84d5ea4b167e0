using Microsoft.Extensions.Options;

namespace LocalBridge.EventBuses;

/// <summary>Checks the bounds that stand on <see cref="EventBusOptions"/> as attributes.</summary>
[OptionsValidator]
internal sealed partial class EventBusOptionsValidator : IValidateOptions<EventBusOptions>
{
    /// <summary>Checks the rules that attributes cannot say.</summary>
    internal static IEnumerable<string> CrossFieldFaults(EventBusOptions options)
    {
        if (options.RetryDelay <= TimeSpan.Zero)
            yield return $"EventBusOptions.RetryDelay is {options.RetryDelay}; it must be positive.";
        if (options.MaximumRetryDelay > TimeSpan.FromDays(1))
            yield return $"EventBusOptions.MaximumRetryDelay is {options.MaximumRetryDelay}; it must be at most one day.";
        if (options.MaximumRetryDelay < options.RetryDelay)
            yield return $"EventBusOptions.MaximumRetryDelay is {options.MaximumRetryDelay}; it must be at least RetryDelay, {options.RetryDelay}.";
        if (options.ShutdownTimeout < TimeSpan.Zero && options.ShutdownTimeout != Timeout.InfiniteTimeSpan)
            yield return $"EventBusOptions.ShutdownTimeout is {options.ShutdownTimeout}; it must not be negative, or Timeout.InfiniteTimeSpan to wait for ever.";
    }
}
