namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Represents the <c>ProcessorConfig</c> of a Map state's <c>ItemProcessor</c>.</summary>
/// <param name="Mode">Where the iterations run.</param>
/// <param name="ExecutionType">What kind of executions they are, when they are executions of their own.</param>
public sealed record ProcessorConfig(ProcessorMode Mode, ProcessorExecutionType ExecutionType)
{
    /// <summary>Gets the config that stands for none: inline.</summary>
    public static ProcessorConfig Inline { get; } = new(ProcessorMode.Inline, ProcessorExecutionType.Standard);
}
