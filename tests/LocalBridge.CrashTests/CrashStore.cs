using LocalBridge.PostgreSql;
using LocalBridge.Sqlite;
using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.CrashTests;

/// <summary>Makes the store that a run is about.</summary>
internal static class CrashStore
{
    internal static IBridgeStorage Create(string store, string target) => store switch
    {
        "sqlite" => new SqliteStorage(target),

        // The lease is short: a child that comes after a killed one has to wait for it.
        "postgresql" => new PostgreSqlStorage(target, new PostgreSqlStorageOptions
        {
            Schema = new NpgsqlConnectionStringBuilder(target).SearchPath ?? "crash_test",
            LeaseDuration = TimeSpan.FromSeconds(2),
        }),
        _ => throw new ArgumentException($"The store '{store}' is unknown. Known are 'sqlite' and 'postgresql'."),
    };
}
