namespace LocalBridge.Testing.Storage;

/// <summary>Names what <see cref="FaultyStorage"/> does to a commit.</summary>
public enum StorageFault
{
    /// <summary>Nothing: it succeeds, or fails by itself.</summary>
    None,

    /// <summary>It fails, and nothing of it took effect.</summary>
    BeforeCommit,

    /// <summary>It is given up while it is under way: whether it took effect is open.</summary>
    HalfCommitted,

    /// <summary>It fails, and all of it took effect.</summary>
    AfterCommit,
}
