namespace LocalBridge.Sqlite.Journaling;

/// <summary>What the bytes of the journal mean.</summary>
internal static class JournalFormat
{
    /// <summary>The version of the format. Each row begins with it, because a row of an older version may be what a crash has left.</summary>
    internal const byte Version = 1;

    internal const int LongestNumber = 10;
}
