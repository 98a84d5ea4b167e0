using LocalBridge.Sqlite;
using LocalBridge.Storage;

namespace LocalBridge.CrashTests;

/// <summary>Makes the store that a run is about.</summary>
internal static class CrashStore
{
    internal static IBridgeStorage Create(string store, string target) => store switch
    {
        "sqlite" => new SqliteStorage(target),
        _ => throw new ArgumentException($"The store '{store}' is unknown. Known is 'sqlite'."),
    };
}
