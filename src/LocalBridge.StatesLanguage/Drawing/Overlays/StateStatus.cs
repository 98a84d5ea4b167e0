namespace LocalBridge.StatesLanguage.Drawing.Overlays;

/// <summary>Names what became of a state in an execution. The worst of several visits counts, a later visit before an earlier one.</summary>
internal enum StateStatus
{
    NotReached,
    Succeeded,
    Caught,
    Aborted,
    Failed,
    Running,
}
