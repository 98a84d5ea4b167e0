namespace LocalBridge.EventBuses;

/// <summary>Represents a subscription. Disposing it ends it: no call of the handler begins afterwards.</summary>
/// <remarks>
/// Safe to use from any thread, also from within its own handler. Disposal does not wait for a call that is running. Events that were accepted
/// for the handler and have not reached it are discarded.
/// </remarks>
public sealed class EventSubscription : IAsyncDisposable, IDisposable
{
    private Action? _end;

    internal EventSubscription(string ruleName, string ruleArn, Action end)
    {
        RuleName = ruleName;
        RuleArn = ruleArn;
        _end = end;
    }

    /// <summary>Gets the name of the rule that the subscription is.</summary>
    public string RuleName { get; }

    /// <summary>Gets the ARN of the rule that the subscription is.</summary>
    public string RuleArn { get; }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
