namespace LocalBridge.Sqlite.Journaling;

/// <summary>What stands in the journal. The numbers are stored.</summary>
internal enum JournalOperation : byte
{
    /// <summary>A row begins; the version of the format follows.</summary>
    Row = 0,

    /// <summary>The first checkpoint of an execution.</summary>
    Start = 1,

    /// <summary>A later one.</summary>
    Step = 2,

    /// <summary>An entry that a stream did not have.</summary>
    Append = 3,

    /// <summary>The new state of an entry that is there.</summary>
    Update = 4,

    /// <summary>An entry goes.</summary>
    Remove = 5,
}
