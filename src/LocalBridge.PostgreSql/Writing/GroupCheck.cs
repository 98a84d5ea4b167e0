using LocalBridge.PostgreSql.Owning;
using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>The first round trip of a group: begins the transaction, proves the lease, makes the rows of new executions and locks those of known ones.</summary>
internal sealed class GroupCheck(NpgsqlConnection connection, OwnerLease lease, GroupPlan plan, bool mustAsk)
{
    // Each statement here and in GroupWrite looks rows up by their keys, for which there is one good plan, however large the tables and the arrays are. So the order of the
    // joins is said (LATERAL, OFFSET 0), whole tables are not read, and the plan that was made for empty tables and unknown arrays is kept.
    internal const string KeepPlans = "SET LOCAL plan_cache_mode = force_generic_plan";

    internal const string AvoidScans = "SET LOCAL enable_seqscan = off";

    internal const string Discard = """
        DELETE FROM execution e USING unnest($1, $2) d (arn, start_date)
        CROSS JOIN LATERAL (SELECT x.ctid FROM execution x WHERE x.arn = d.arn AND x.start_date = d.start_date
            AND coalesce((SELECT o.version FROM open_execution o WHERE o.id = x.id), x.version) = 1 OFFSET 0) found
        WHERE e.ctid = found.ctid RETURNING e.id
        """;

    private const string Insert = """
        INSERT INTO execution (arn, state_machine, status, start_date, stop_date, version, description, outcome)
        SELECT arn, state_machine, status, start_date, nullif(stop_date, 0), version, description, outcome
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) WITH ORDINALITY u (arn, state_machine, status, start_date, stop_date, version, description, outcome, place)
        ORDER BY place ON CONFLICT (arn) DO NOTHING RETURNING id, arn
        """;

    internal const string LockOpen = """
        SELECT e.id, u.arn, o.version, o.owner FROM unnest($1) u (arn)
        CROSS JOIN LATERAL (SELECT x.id FROM execution x WHERE x.arn = u.arn OFFSET 0) e
        CROSS JOIN LATERAL (SELECT x.version, x.owner FROM open_execution x WHERE x.id = e.id FOR UPDATE) o
        """;

    internal const string LockClosed = """
        SELECT e.id, u.arn, e.version, $2::bigint FROM unnest($1) u (arn)
        CROSS JOIN LATERAL (SELECT x.id, x.version FROM execution x WHERE x.arn = u.arn AND x.stop_date IS NOT NULL FOR UPDATE) e
        """;

    private const string Put = """
        INSERT INTO record (kind, key, version, payload) VALUES ($1, $2, 1, $3)
        ON CONFLICT (kind, key) DO UPDATE SET version = record.version + 1, payload = excluded.payload RETURNING version
        """;

    private const string PutNew = "INSERT INTO record (kind, key, version, payload) VALUES ($1, $2, 1, $3) ON CONFLICT (kind, key) DO NOTHING RETURNING version";

    private const string PutExpected = "UPDATE record SET version = version + 1, payload = $3 WHERE kind = $1 AND key = $2 AND version = $4 RETURNING version";

    private const string Remove = "DELETE FROM record WHERE kind = $1 AND key = $2";

    private const string RemoveExpected = "DELETE FROM record WHERE kind = $1 AND key = $2 AND version = $3 RETURNING version";

    private readonly ExecutionChange[] _added = [.. plan.Executions.Where(static change => change.IsNew)];
    private readonly ExecutionChange[] _sought = [.. plan.Executions.Where(static change => change is { IsNew: false, IsRemembered: false })];
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);

    internal List<long> DiscardedIds { get; } = [];

    /// <summary>Gets how many bytes of payload it has sent.</summary>
    internal long PayloadLength { get; private set; }

    /// <summary>Gets whether anything has to be known before the group can be written, or its committer is told to ask anyhow. If not, <see cref="GroupWrite"/> alone is the whole transaction.</summary>
    internal bool IsNeeded => mustAsk || _added.Length + _sought.Length + plan.Discards.Count + plan.Records.Count > 0;

    /// <exception cref="StorageFencedException">The lease has ended.</exception>
    /// <exception cref="GroupConflictException">One of the batches must be left out.</exception>
    internal async Task RunAsync()
    {
        if (IsNeeded)
        {
            await AskAsync().ConfigureAwait(false);
        }

        CheckVersions();
    }

    private async Task AskAsync()
    {
        var batch = new CommandBatch(connection);
        await using (batch.ConfigureAwait(false))
        {
            batch.Add("BEGIN").Add(KeepPlans).Add(AvoidScans).Add(OwnerLease.Check).With(lease.Epoch);
            AddExecutions(batch);
            AddRecords(batch);
            PayloadLength = batch.PayloadLength;
            NpgsqlDataReader reader = await batch.ReadAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                if (!await reader.ReadAsync().ConfigureAwait(false))
                {
                    throw new StorageFencedException(lease.Name);
                }

                await ReadExecutionsAsync(reader).ConfigureAwait(false);
                await ReadRecordsAsync(reader).ConfigureAwait(false);
            }
        }
    }

    private void AddExecutions(CommandBatch batch)
    {
        if (plan.Discards.Count > 0)
        {
            batch.Add(Discard).With(plan.Discards.ConvertAll(static discard => discard.ExecutionArn).ToArray())
                .With(plan.Discards.ConvertAll(static discard => discard.StartDate.UtcTicks).ToArray());
        }

        if (_added.Length > 0)
        {
            batch.Add(Insert)
                .With(Array.ConvertAll(_added, static change => change.First.ExecutionArn))
                .With(Array.ConvertAll(_added, static change => change.First.StateMachineArn))
                .With(Array.ConvertAll(_added, static change => (short)change.Last.Status))
                .With(Array.ConvertAll(_added, static change => change.First.StartDate.UtcTicks))
                .With(Array.ConvertAll(_added, static change => change.Last.StopDate?.UtcTicks ?? 0))
                .With(Array.ConvertAll(_added, static change => change.Last.NewVersion))
                .With(Array.ConvertAll(_added, static change => change.Description))
                .With(Array.ConvertAll(_added, static change => change.Outcome));
        }

        // Everybody locks in the same order.
        if (_sought.Length > 0)
        {
            string[] arns = [.. _sought.Select(static change => change.First.ExecutionArn).Order(StringComparer.Ordinal)];
            batch.Add(LockOpen).With(arns).Add(LockClosed).With(arns).With(lease.Epoch);
        }
    }

    private void AddRecords(CommandBatch batch)
    {
        foreach ((_, StorageOperation operation, byte[] payload) in plan.Records)
        {
            if (operation is PutRecord put)
            {
                batch.Add(put.ExpectedVersion switch { null => Put, 0 => PutNew, _ => PutExpected })
                    .With(put.Kind).With(put.Key).With(payload);
                if (put.ExpectedVersion is long expected and > 0)
                {
                    batch.With(expected);
                }
            }
            else if (operation is RemoveRecord remove)
            {
                batch.Add(remove.ExpectedVersion is null ? Remove : RemoveExpected).With(remove.Kind).With(remove.Key);
                if (remove.ExpectedVersion is long expected)
                {
                    batch.With(expected);
                }
            }
        }
    }

    // The reader shows the results of the statements that return rows, in their order.
    private async Task ReadExecutionsAsync(NpgsqlDataReader reader)
    {
        if (plan.Discards.Count > 0)
        {
            await reader.NextResultAsync().ConfigureAwait(false);
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                DiscardedIds.Add(reader.GetInt64(0));
            }
        }

        if (_added.Length > 0)
        {
            await reader.NextResultAsync().ConfigureAwait(false);
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                plan[reader.GetString(1)].Id = reader.GetInt64(0);
            }
        }

        if (_sought.Length > 0)
        {
            await ReadLockedAsync(reader, isClosed: false).ConfigureAwait(false);
            await ReadLockedAsync(reader, isClosed: true).ConfigureAwait(false);
        }
    }

    private async Task ReadLockedAsync(NpgsqlDataReader reader, bool isClosed)
    {
        await reader.NextResultAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            if (reader.GetInt64(3) == lease.Epoch)
            {
                ExecutionChange change = plan[reader.GetString(1)];
                change.Id = reader.GetInt64(0);
                change.IsReopened = isClosed;
                _versions[change.First.ExecutionArn] = reader.GetInt64(2);
            }
        }
    }

    private async Task ReadRecordsAsync(NpgsqlDataReader reader)
    {
        foreach ((CommitRequest request, StorageOperation operation, _) in plan.Records)
        {
            if (operation is PutRecord or RemoveRecord { ExpectedVersion: not null })
            {
                await reader.NextResultAsync().ConfigureAwait(false);
                if (!await reader.ReadAsync().ConfigureAwait(false))
                {
                    throw new GroupConflictException(request, operation);
                }
            }
        }
    }

    private void CheckVersions()
    {
        foreach (ExecutionChange change in plan.Executions)
        {
            if (change.IsRemembered)
            {
                _versions[change.First.ExecutionArn] = change.First.ExpectedVersion; // proved when it is written
            }
        }

        foreach ((CommitRequest request, ExecutionChange change, ExecutionCheckpoint checkpoint) in plan.Checks)
        {
            if (change.Id == 0 || _versions.GetValueOrDefault(checkpoint.ExecutionArn) != checkpoint.ExpectedVersion)
            {
                throw new GroupConflictException(request, checkpoint);
            }

            _versions[checkpoint.ExecutionArn] = checkpoint.NewVersion;
        }
    }
}
