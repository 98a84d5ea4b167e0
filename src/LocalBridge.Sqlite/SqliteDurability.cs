namespace LocalBridge.Sqlite;

/// <summary>Names what a commit waits for.</summary>
public enum SqliteDurability
{
    /// <summary>The disk has it: it survives a crash of the machine (<c>synchronous=FULL</c>).</summary>
    Full,

    /// <summary>The operating system has it: it survives a crash of the process. After a crash of the machine the last commits may be missing, though the
    /// file stays sound (<c>synchronous=NORMAL</c>).</summary>
    ProcessCrash,
}
