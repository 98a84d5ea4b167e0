namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Represents the limits under which executions run; the defaults are the quotas of AWS Step Functions.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record InterpreterLimits
{
    /// <summary>Gets the limits of the service.</summary>
    public static InterpreterLimits Default { get; } = new();

    /// <summary>Gets how many bytes of UTF-8 the input or output of a state, task or execution may have.</summary>
    /// <value>The default is 262,144.</value>
    public int MaximumPayloadLength { get; init; } = 262_144;

    /// <summary>Gets how many bytes of UTF-8 all variables of an execution may take.</summary>
    /// <value>The default is 10,485,760.</value>
    public int MaximumVariablesLength { get; init; } = 10_485_760;

    /// <summary>Gets how many history events a Standard execution may have before it fails.</summary>
    /// <value>The default is 25,000.</value>
    public int MaximumHistoryEvents { get; init; } = 25_000;

    /// <summary>Gets how many iterations of one inline Map state run at the same time at the most.</summary>
    /// <value>The default is 40.</value>
    public int MaximumInlineMapConcurrency { get; init; } = 40;

    /// <summary>Gets how many child executions of one Map Run run at the same time at the most.</summary>
    /// <value>The default is 10,000.</value>
    public int MaximumMapRunConcurrency { get; init; } = 10_000;

    /// <summary>Gets how many state transitions one step makes before it hands back control (<see cref="StepOutput.HasMore"/>), so that
    /// one execution cannot keep its shard from the others.</summary>
    /// <value>The default is 1,000.</value>
    public int MaximumTransitionsPerStep { get; init; } = 1_000;
}
