namespace LocalBridge.Storage;

/// <summary>Names the kinds of records. To a store they are just texts; a new kind needs no change in it.</summary>
internal static class RecordKinds
{
    internal const string StateMachine = "state-machine";

    /// <summary>Revisions that are no longer current but that open executions are bound to.</summary>
    internal const string StateMachineRevision = "state-machine-revision";

    internal const string Activity = "activity";

    /// <summary>Map Runs that have ended.</summary>
    internal const string MapRun = "map-run";

    internal const string EventBus = "event-bus";

    /// <summary>Rules with their targets; the key is the bus, a slash and the rule.</summary>
    internal const string Rule = "rule";
}
