namespace LocalBridge.Targets;

/// <summary>Represents how long delivery to a target is tried again. Whichever limit is reached first ends it.</summary>
/// <remarks>Immutable, so safe to use from any thread. Between attempts the wait grows exponentially, with jitter.</remarks>
public sealed record RetryPolicy
{
    internal const int LargestRetryAttempts = 185;

    internal static readonly TimeSpan SmallestEventAge = TimeSpan.FromSeconds(60);

    internal static readonly TimeSpan LargestEventAge = TimeSpan.FromSeconds(86_400);

    /// <summary>Gets how often delivery is tried again after the first attempt, 0 to 185.</summary>
    /// <value>The default value is 185.</value>
    public int MaximumRetryAttempts { get; init; } = LargestRetryAttempts;

    /// <summary>Gets how old an event may become, counted from its acceptance, before delivery is given up: one minute to one day.</summary>
    /// <value>The default value is 24 hours.</value>
    public TimeSpan MaximumEventAge { get; init; } = LargestEventAge;

    /// <summary>Gets the policy that never tries again.</summary>
    public static RetryPolicy None { get; } = new() { MaximumRetryAttempts = 0 };
}
