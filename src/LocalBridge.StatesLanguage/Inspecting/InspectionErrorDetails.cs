namespace LocalBridge.StatesLanguage.Inspecting;

/// <summary>Represents which retrier and catcher an error has met (<c>InspectionErrorDetails</c> of the AWS API).</summary>
/// <remarks>Instances are immutable for their users.</remarks>
public sealed class InspectionErrorDetails
{
    internal InspectionErrorDetails()
    {
    }

    /// <summary>Gets the position of the catcher that catches the error; <see langword="null"/> when none does.</summary>
    public int? CatchIndex { get; internal set; }

    /// <summary>Gets the position of the retrier that names the error, whether or not it has an attempt left; <see langword="null"/> when none does.</summary>
    public int? RetryIndex { get; internal set; }

    /// <summary>Gets the delay before the next attempt, in whole seconds; <see langword="null"/> when there is none.</summary>
    public int? RetryBackoffIntervalSeconds { get; internal set; }
}
