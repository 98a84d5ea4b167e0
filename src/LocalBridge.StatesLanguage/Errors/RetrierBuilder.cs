using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Collects the fields of an element of <c>Retry</c>.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class RetrierBuilder
{
    internal RetrierBuilder()
    {
    }

    internal FieldsBuilder Fields { get; } = new();

    /// <summary>Sets the comment.</summary>
    /// <param name="comment">The text.</param>
    public RetrierBuilder Comment(string comment)
    {
        Fields.Text("Comment", comment);
        return this;
    }

    /// <summary>Sets the errors that are tried again.</summary>
    /// <param name="errors">The names; <see cref="ErrorNames"/> holds those that the language reserves.</param>
    public RetrierBuilder ErrorEquals(params string[] errors)
    {
        Fields.Texts("ErrorEquals", errors);
        return this;
    }

    /// <summary>Sets the seconds before the first retry; without it 1.</summary>
    /// <param name="seconds">The number of seconds.</param>
    public RetrierBuilder IntervalSeconds(int seconds)
    {
        Fields.Value("IntervalSeconds", seconds);
        return this;
    }

    /// <summary>Sets how many retries there may be; without it 3.</summary>
    /// <param name="attempts">The number; 0 for none.</param>
    public RetrierBuilder MaxAttempts(int attempts)
    {
        Fields.Value("MaxAttempts", attempts);
        return this;
    }

    /// <summary>Sets by what the delay is multiplied from retry to retry; without it 2.</summary>
    /// <param name="rate">The factor, at least 1.</param>
    public RetrierBuilder BackoffRate(double rate)
    {
        Fields.Value("BackoffRate", rate);
        return this;
    }

    /// <summary>Sets the longest delay.</summary>
    /// <param name="seconds">The number of seconds.</param>
    public RetrierBuilder MaxDelaySeconds(int seconds)
    {
        Fields.Value("MaxDelaySeconds", seconds);
        return this;
    }

    /// <summary>Sets how much chance there is in the delay; without it none.</summary>
    /// <param name="strategy">The strategy.</param>
    public RetrierBuilder JitterStrategy(JitterStrategy strategy)
    {
        Fields.Text("JitterStrategy", strategy == Errors.JitterStrategy.Full ? "FULL" : "NONE");
        return this;
    }
}
