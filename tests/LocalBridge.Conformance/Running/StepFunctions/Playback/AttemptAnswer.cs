namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>Represents how an attempt at a task is answered in a case.</summary>
internal sealed record AttemptAnswer
{
    /// <summary>Gets the answer to the request of a <c>.sync</c> or <c>.waitForTaskToken</c> task; <see langword="null"/> for others.</summary>
    public string? Submitted { get; init; }

    /// <summary>Gets the JSON text of the result; <see langword="null"/> unless the attempt succeeded.</summary>
    public string? Output { get; init; }

    /// <summary>Gets whether the attempt failed.</summary>
    public bool HasFailed { get; init; }

    /// <summary>Gets the error name of a failure.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the cause of a failure.</summary>
    public string? Cause { get; init; }

    /// <summary>Gets whether nothing ever answers, so that a time-out must.</summary>
    public bool IsNeverAnswered => Output is null && !HasFailed;

    /// <summary>Returns a successful answer.</summary>
    public static AttemptAnswer Succeeded(string output) => new() { Output = output };

    /// <summary>Returns a failure.</summary>
    public static AttemptAnswer Failed(string? error, string? cause) => new() { HasFailed = true, Error = error, Cause = cause };

    /// <summary>Returns what the recording answered.</summary>
    /// <param name="entry">The recorded answer.</param>
    /// <param name="style">How a cause that is a JSON object is written.</param>
    public static AttemptAnswer From(ScriptEntry entry, JsonTextStyle style)
    {
        var answer = new AttemptAnswer();
        foreach (OutcomeStep step in entry.Outcome)
        {
            answer = step.Name switch
            {
                "submitted" => answer with { Submitted = step.Output },
                "succeeded" => answer with { Output = step.Output },
                "timedOut" => answer,
                _ => answer with { HasFailed = true, Error = step.Error, Cause = step.ToCause(style) },
            };
        }

        return answer;
    }
}
