namespace LocalBridge.Sqlite.Journaling;

/// <summary>What the tables have of an execution.</summary>
internal enum TableState
{
    Absent,
    Open,
    Closed,
}
