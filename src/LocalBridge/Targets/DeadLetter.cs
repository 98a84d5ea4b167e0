using System.Globalization;
using LocalBridge.Events;

namespace LocalBridge.Targets;

/// <summary>Represents an event that could not be delivered to a target, and why.</summary>
/// <remarks>Immutable, so safe to use from any thread. See "Using dead-letter queues" in the EventBridge user guide.</remarks>
public sealed record DeadLetter
{
    /// <summary>Gets the event, before any transformation.</summary>
    public required EventEnvelope Event { get; init; }

    /// <summary>Gets the ARN of the rule that matched.</summary>
    public required string RuleArn { get; init; }

    /// <summary>Gets the ARN of the target that did not take the event.</summary>
    public required string TargetArn { get; init; }

    /// <summary>Gets the kind of failure, for example <c>ERROR_FROM_TARGET</c>.</summary>
    public required string ErrorCode { get; init; }

    /// <summary>Gets the text of the last failure.</summary>
    public required string ErrorMessage { get; init; }

    /// <summary>
    /// Gets which limit ended the attempts, <c>MaximumRetryAttempts</c> or <c>MaximumEventAgeInSeconds</c>; <see langword="null"/> when another
    /// attempt could not have helped.
    /// </summary>
    public string? ExhaustedRetryCondition { get; init; }

    /// <summary>Gets how often delivery was tried again after the first attempt.</summary>
    public required int RetryAttempts { get; init; }

    /// <summary>Returns the message attributes that the service puts on a dead letter, under the service's names.</summary>
    public IReadOnlyDictionary<string, string> ToAttributes()
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RULE_ARN"] = RuleArn,
            ["TARGET_ARN"] = TargetArn,
            ["ERROR_CODE"] = ErrorCode,
            ["ERROR_MESSAGE"] = ErrorMessage,
            ["RETRY_ATTEMPTS"] = RetryAttempts.ToString(CultureInfo.InvariantCulture),
        };
        if (ExhaustedRetryCondition is not null)
            attributes["EXHAUSTED_RETRY_CONDITION"] = ExhaustedRetryCondition;
        return attributes;
    }
}
