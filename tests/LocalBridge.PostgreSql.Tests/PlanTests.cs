using System.Text.RegularExpressions;
using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.PostgreSql.Writing;
using Npgsql;

namespace LocalBridge.PostgreSql.Tests;

/// <summary>A prepared statement keeps its plan while the tables grow: the plan that is made for empty tables must be one for full ones.</summary>
[CancelAfter(60_000)]
internal sealed partial class PlanTests
{
    private static readonly TestCaseData[] Statements =
    [
        Statement(nameof(GroupCheck.Discard), GroupCheck.Discard, "text[], bigint[]"),
        Statement(nameof(GroupCheck.LockOpen), GroupCheck.LockOpen, "text[]"),
        Statement(nameof(GroupCheck.LockClosed), GroupCheck.LockClosed, "text[], bigint"),
        Statement(nameof(GroupWrite.Keep), GroupWrite.Keep, "bigint[], bigint[], bytea[], bigint"),
        Statement(nameof(GroupWrite.Close), GroupWrite.Close, "bigint[], smallint[], bigint[], bigint[], bytea[]"),
        Statement(nameof(GroupWrite.RemoveOpen), GroupWrite.RemoveOpen, "bigint[]"),
        Statement(nameof(GroupWrite.RemoveParts), GroupWrite.RemoveParts, "bigint[]"),
        Statement(nameof(GroupWrite.RemoveHistory), GroupWrite.RemoveHistory, "bigint[]"),
        Statement(nameof(GroupWrite.RemovePartRanges), GroupWrite.RemovePartRanges, "bigint[], integer[], bigint[], bigint[]"),
        Statement(nameof(GroupWrite.PutParts), GroupWrite.PutParts, "bigint[], integer[], bigint[], bytea[]"),
        Statement(nameof(GroupWrite.UpdateEntries), GroupWrite.UpdateEntries, "text[], text[], bytea[], bigint"),
        Statement(nameof(GroupWrite.RemoveEntries), GroupWrite.RemoveEntries, "text[], text[], bigint"),
        Statement(nameof(Proof.Lease), Proof.Lease, "bigint"),
        Statement(nameof(Proof.Advance), Proof.Advance, "bigint[], bigint[], bigint[], bytea[], bigint"),
        Statement("Proof.RemoveOpen", Proof.RemoveOpen, "bigint[], bigint[], bigint"),
    ];

    [TestCaseSource(nameof(Statements))]
    public async Task Statement_PlannedForEmptyTables_LooksUpByKeysOnly(string sql, string types, CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage storage = database.CreateStorage();
        await storage.OpenAsync(cancellationToken);
        await database.RunAsync("VACUUM ANALYZE execution, open_execution, part, history, entry, owner"); // now it is known that they are empty

        string plan = await ExplainAsync(database, sql, types, cancellationToken);

        Assert.That(plan, Does.Not.Contain("Seq Scan"));
        Assert.That(ScanOfTable().Count(plan), Is.EqualTo(Condition().Count(plan)), plan);
    }

    private static TestCaseData Statement(string name, string sql, string types) => new TestCaseData(sql, types).SetArgDisplayNames(name);

    private static async Task<string> ExplainAsync(TestDatabase database, string sql, string types, CancellationToken cancellationToken)
    {
        await using NpgsqlDataSource dataSource = NpgsqlDataSource.Create($"{database.ConnectionString};Search Path={database.Schema};Pooling=false");
        await using NpgsqlConnection connection = await dataSource.OpenConnectionAsync(cancellationToken);
        string nulls = string.Join(", ", types.Split(',').Select(static _ => "NULL"));
        var lines = new List<string>();
        await using var command = new NpgsqlCommand(
            $"BEGIN; {GroupCheck.KeepPlans}; {GroupCheck.AvoidScans}; PREPARE s({types}) AS {sql}; EXPLAIN EXECUTE s({nulls})", connection);
        command.AllResultTypesAreUnknown = true;
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"(Index|Tid|Heap) (Only )?Scan .*\bon \w+")]
    private static partial Regex ScanOfTable();

    [GeneratedRegex("(Index|TID|Recheck) Cond:")]
    private static partial Regex Condition();
}
