namespace LocalBridge.Workflows;

/// <summary>Names the two types of state machines (<c>StateMachineType</c> of the AWS API).</summary>
public enum StateMachineType
{
    /// <summary>Executions are committed step by step, have a history and may run for a year.</summary>
    Standard,

    /// <summary>Executions live in memory only, have no history and may run for five minutes; made for high rates.</summary>
    Express,
}
