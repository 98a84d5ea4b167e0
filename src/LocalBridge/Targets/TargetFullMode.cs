namespace LocalBridge.Targets;

/// <summary>Specifies what happens to an event for a target whose queue is full.</summary>
public enum TargetFullMode
{
    /// <summary>Whoever publishes waits until the target has room. Nothing is lost. The default.</summary>
    Wait,

    /// <summary>The oldest waiting event is dropped for this target, logged and counted.</summary>
    DropOldest,

    /// <summary>The new event is dropped for this target, logged and counted.</summary>
    DropWrite,
}
