using System.Collections.Immutable;

namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Represents one element of a <c>Retry</c> field: which errors are tried again, how often and after which delay.</summary>
/// <remarks>Instances are immutable. Each retrier counts its own attempts.</remarks>
public sealed record Retrier
{
    /// <summary>Gets the error names it matches; never empty.</summary>
    public required ImmutableArray<string> ErrorEquals { get; init; }

    /// <summary>Gets the comment, if any.</summary>
    public string? Comment { get; init; }

    /// <summary>Gets the seconds before the first retry.</summary>
    /// <value>The default is 1.</value>
    public int IntervalSeconds { get; init; } = 1;

    /// <summary>Gets how many retries there may be; 0 means that the errors are never retried.</summary>
    /// <value>The default is 3.</value>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Gets by what the delay is multiplied from retry to retry.</summary>
    /// <value>The default is 2.</value>
    public double BackoffRate { get; init; } = 2;

    /// <summary>Gets the longest delay in seconds; <see langword="null"/> for no bound.</summary>
    public int? MaxDelaySeconds { get; init; }

    /// <summary>Gets how much chance there is in the delay.</summary>
    /// <value>The default is <see cref="JitterStrategy.None"/>.</value>
    public JitterStrategy JitterStrategy { get; init; }

    /// <summary>Returns the delay before a retry.</summary>
    /// <param name="attempt">The number of the retry, from 0.</param>
    /// <param name="random">A random number from 0 to below 1, used by <see cref="JitterStrategy.Full"/> only.</param>
    /// <returns>The delay; at most one year.</returns>
    public TimeSpan GetDelay(int attempt, double random)
    {
        double seconds = IntervalSeconds * Math.Pow(BackoffRate, attempt);
        double bound = MaxDelaySeconds ?? TimeSpan.SecondsPerDay * 365d;
        double delay = Math.Min(seconds, bound);
        return TimeSpan.FromSeconds(JitterStrategy == JitterStrategy.Full ? delay * random : delay);
    }

    /// <inheritdoc/>
    public bool Equals(Retrier? other) =>
        other is not null && ErrorEquals.SequenceEqual(other.ErrorEquals) && IntervalSeconds == other.IntervalSeconds
        && MaxAttempts == other.MaxAttempts && BackoffRate.Equals(other.BackoffRate) && MaxDelaySeconds == other.MaxDelaySeconds
        && JitterStrategy == other.JitterStrategy && Comment == other.Comment;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ErrorEquals[0], ErrorEquals.Length, IntervalSeconds, MaxAttempts, BackoffRate);
}
