using Npgsql;

namespace LocalBridge.PostgreSql.Tests.Support;

/// <summary>A schema of one test on the server that <c>LOCALBRIDGE_TEST_POSTGRES</c> names; gone with it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "LOCALBRIDGE_TEST_POSTGRES";

    private static int _count;

    internal TestDatabase(string connectionString)
    {
        ConnectionString = connectionString;
    }

    internal string ConnectionString { get; }

    internal string Schema { get; } = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";

    /// <summary>Reports the test skipped on a machine without a server. CI names one, so there nothing is skipped.</summary>
    internal static TestDatabase Create() => new(GetConnectionString());

    internal static string GetConnectionString()
    {
        string? connectionString = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(connectionString))
        {
            Assert.Ignore($"{Variable} is not set: it names the PostgreSQL server of these tests by its connection string.");
        }

        return connectionString;
    }

    internal PostgreSqlStorage CreateStorage(TimeSpan? leaseDuration = null) =>
        new(ConnectionString, new PostgreSqlStorageOptions { Schema = Schema, LeaseDuration = leaseDuration ?? TimeSpan.FromSeconds(30) });

    internal async Task<object?> RunAsync(string sql)
    {
        await using NpgsqlDataSource dataSource = NpgsqlDataSource.Create(ConnectionString + $";Search Path={Schema};Pooling=false");
        await using NpgsqlCommand command = dataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync() => await RunAsync($"DROP SCHEMA IF EXISTS {Schema} CASCADE");
}
