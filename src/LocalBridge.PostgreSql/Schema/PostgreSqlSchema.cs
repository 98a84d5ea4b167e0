using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Schema;

/// <summary>Creates and upgrades the tables; the version stands in the table <c>schema_version</c>.</summary>
internal static class PostgreSqlSchema
{
    // Processes that start at the same time upgrade one after the other.
    private const long UpgradeLock = 0x4C42_7267_0001;

    // Step n leads from version n to version n + 1. A step that was released is never changed.
    private static readonly string[] Steps = [Version1.Sql, Version2.Sql];

    internal static int Version => Steps.Length;

    /// <summary>Brings the schema to the current version, in one transaction.</summary>
    /// <exception cref="StorageFormatException">The schema was made by a newer version.</exception>
    internal static async Task UpgradeAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await RunAsync(connection, $"SELECT pg_advisory_xact_lock({UpgradeLock})", cancellationToken).ConfigureAwait(false);
            if (await RunAsync(connection, $"SELECT 1 FROM pg_namespace WHERE nspname = '{schema}'", cancellationToken).ConfigureAwait(false) is null)
            {
                await RunAsync(connection, $"CREATE SCHEMA {schema}", cancellationToken).ConfigureAwait(false);
            }

            await RunAsync(connection, "CREATE TABLE IF NOT EXISTS schema_version (id integer PRIMARY KEY CHECK (id = 1), version integer NOT NULL)", cancellationToken).ConfigureAwait(false);
            int version = await RunAsync(connection, "SELECT version FROM schema_version", cancellationToken).ConfigureAwait(false) as int? ?? 0;
            if (version > Version)
            {
                throw new StorageFormatException(
                    $"The schema '{schema}' has version {version}, and this version of LocalBridge.PostgreSql knows versions up to {Version}. "
                    + "A newer version has upgraded it: use that version, name another schema, or restore a backup from before.");
            }

            for (int step = version; step < Version; step++)
            {
                await RunAsync(connection, Steps[step], cancellationToken).ConfigureAwait(false);
            }

            if (version < Version)
            {
                await RunAsync(
                    connection, $"INSERT INTO schema_version VALUES (1, {Version}) ON CONFLICT (id) DO UPDATE SET version = excluded.version", cancellationToken).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
