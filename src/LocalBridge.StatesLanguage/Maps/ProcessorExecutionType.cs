namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Names what kind of executions a distributed Map state starts (<c>ProcessorConfig.ExecutionType</c>).</summary>
public enum ProcessorExecutionType
{
    /// <summary>Standard executions: committed step by step, with a history.</summary>
    Standard,

    /// <summary>Express executions: in memory only.</summary>
    Express,
}
