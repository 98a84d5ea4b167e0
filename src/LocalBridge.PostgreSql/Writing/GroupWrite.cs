using LocalBridge.PostgreSql.Owning;
using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>The last round trip of a group, and mostly the only one: writes what is left to write and commits.</summary>
internal sealed class GroupWrite(NpgsqlConnection connection, OwnerLease lease, GroupPlan plan, GroupCheck check)
{
    // Sequence numbers become visible in their order, also to other processes: who reads behind a number never misses a lower one.
    private const string LockStreams = "SELECT pg_advisory_xact_lock(x'4C4272670002'::bigint)";

    // New ones and those that go on; an upsert needs no join, so there is nothing to plan.
    internal const string Keep = """
        INSERT INTO open_execution (id, version, owner, state) SELECT u.id, u.version, $4, u.state FROM unnest($1, $2, $3) u (id, version, state)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = coalesce(excluded.state, open_execution.state)
        """;

    private const string Reopen = "UPDATE execution SET status = 0, stop_date = NULL, outcome = NULL WHERE id = ANY($1)";

    internal const string Close = """
        UPDATE execution e SET status = u.status, stop_date = u.stop_date, version = u.version, outcome = u.outcome
        FROM unnest($1, $2, $3, $4, $5) u (id, status, stop_date, version, outcome)
        CROSS JOIN LATERAL (SELECT x.ctid FROM execution x WHERE x.id = u.id OFFSET 0) found WHERE e.ctid = found.ctid
        """;

    internal const string RemoveOpen = "DELETE FROM open_execution WHERE id = ANY($1)";

    internal const string RemoveParts = "DELETE FROM part WHERE execution = ANY($1)";

    internal const string RemoveHistory = "DELETE FROM history WHERE execution = ANY($1)";

    private const string Append = """
        INSERT INTO history (execution, first, count, payload) SELECT * FROM unnest($1, $2, $3, $4)
        """;

    internal const string RemovePartRanges = """
        DELETE FROM part p USING unnest($1, $2, $3, $4) r (execution, kind, first, last)
        CROSS JOIN LATERAL (SELECT x.ctid FROM part x WHERE x.execution = r.execution AND x.kind = r.kind AND x.id BETWEEN r.first AND r.last OFFSET 0) found
        WHERE p.ctid = found.ctid
        """;

    internal const string PutParts = """
        INSERT INTO part (execution, kind, id, payload) SELECT * FROM unnest($1, $2, $3, $4) ON CONFLICT (execution, kind, id) DO UPDATE SET payload = excluded.payload
        """;

    private const string AppendEntries = """
        INSERT INTO entry (stream, id, time, owner, payload, state)
        SELECT stream, id, time, $6, payload, state FROM unnest($1, $2, $3, $4, $5) WITH ORDINALITY u (stream, id, time, payload, state, place)
        ORDER BY place ON CONFLICT (stream, id) DO NOTHING
        """;

    internal const string UpdateEntries = """
        UPDATE entry e SET state = u.state FROM unnest($1, $2, $3) u (stream, id, state)
        CROSS JOIN LATERAL (SELECT x.ctid FROM entry x WHERE x.stream = u.stream AND x.id = u.id AND x.owner = $4 OFFSET 0) found WHERE e.ctid = found.ctid
        """;

    internal const string RemoveEntries = """
        DELETE FROM entry e USING unnest($1, $2) u (stream, id)
        CROSS JOIN LATERAL (SELECT x.ctid FROM entry x WHERE x.stream = u.stream AND x.id = u.id AND x.owner = $3 OFFSET 0) found WHERE e.ctid = found.ctid
        """;

    /// <summary>Gets how many bytes of payload it has sent.</summary>
    internal long PayloadLength { get; private set; }

    internal async Task RunAsync()
    {
        var batch = new CommandBatch(connection);
        await using (batch.ConfigureAwait(false))
        {
            if (!check.IsNeeded)
            {
                batch.Add("BEGIN").Add(GroupCheck.KeepPlans).Add(GroupCheck.AvoidScans).Add(Proof.Lease).With(lease.Epoch);
            }

            if (check.DiscardedIds.Count > 0)
            {
                long[] ids = [.. check.DiscardedIds];
                batch.Add(RemoveOpen).With(ids).Add(RemoveParts).With(ids).Add(RemoveHistory).With(ids);
            }

            AddExecutions(batch);
            AddHistory(batch);
            AddParts(batch);
            if (plan.Entries.Exists(static wave => wave.Appends.Count > 0))
            {
                batch.Add(LockStreams);
            }

            foreach (EntryWave wave in plan.Entries)
            {
                AddEntries(batch, wave);
            }

            PayloadLength = batch.PayloadLength;
            await batch.Add("COMMIT").RunAsync().ConfigureAwait(false);
        }
    }

    private void AddExecutions(CommandBatch batch)
    {
        ExecutionChange[] advanced = [.. plan.Executions.Where(static change => change is { IsOpen: true, IsRemembered: true })];
        if (advanced.Length > 0)
        {
            batch.Add(Proof.Advance)
                .With(Array.ConvertAll(advanced, static change => change.Id))
                .With(Array.ConvertAll(advanced, static change => change.First.ExpectedVersion))
                .With(Array.ConvertAll(advanced, static change => change.Last.NewVersion))
                .With(Array.ConvertAll(advanced, static change => change.State))
                .With(lease.Epoch);
        }

        ExecutionChange[] open = [.. plan.Executions.Where(static change => change is { IsOpen: true, IsRemembered: false })];
        if (open.Length > 0)
        {
            batch.Add(Keep)
                .With(Array.ConvertAll(open, static change => change.Id))
                .With(Array.ConvertAll(open, static change => change.Last.NewVersion))
                .With(Array.ConvertAll(open, static change => change.State))
                .With(lease.Epoch);
        }

        long[] reopened = [.. open.Where(static change => change.IsReopened).Select(static change => change.Id)];
        if (reopened.Length > 0)
        {
            batch.Add(Reopen).With(reopened);
        }

        AddClosed(batch);
    }

    private void AddClosed(CommandBatch batch)
    {
        ExecutionChange[] closed = [.. plan.Executions.Where(static change => !change.IsOpen && !change.IsNew)];
        if (closed.Length > 0)
        {
            long[] ids = Array.ConvertAll(closed, static change => change.Id);
            ExecutionChange[] remembered = Array.FindAll(closed, static change => change.IsRemembered);
            if (remembered.Length > 0)
            {
                batch.Add(Proof.RemoveOpen)
                    .With(Array.ConvertAll(remembered, static change => change.Id))
                    .With(Array.ConvertAll(remembered, static change => change.First.ExpectedVersion))
                    .With(lease.Epoch);
            }

            if (remembered.Length < closed.Length)
            {
                batch.Add(RemoveOpen).With(ids);
            }

            batch.Add(RemoveParts).With(ids).Add(Close)
                .With(ids)
                .With(Array.ConvertAll(closed, static change => (short)change.Last.Status))
                .With(Array.ConvertAll(closed, static change => change.Last.StopDate?.UtcTicks ?? 0))
                .With(Array.ConvertAll(closed, static change => change.Last.NewVersion))
                .With(Array.ConvertAll(closed, static change => change.Outcome));
        }
    }

    private void AddHistory(CommandBatch batch)
    {
        (long Id, HistoryChunk Chunk, byte[] Payload)[] chunks =
            [.. plan.Executions.SelectMany(static change => change.History.Select(item => (change.Id, item.Chunk, item.Payload)))];
        if (chunks.Length > 0)
        {
            batch.Add(Append)
                .With(Array.ConvertAll(chunks, static item => item.Id))
                .With(Array.ConvertAll(chunks, static item => item.Chunk.FirstEventId))
                .With(Array.ConvertAll(chunks, static item => item.Chunk.EventCount))
                .With(Array.ConvertAll(chunks, static item => item.Payload));
        }
    }

    private void AddParts(CommandBatch batch)
    {
        ExecutionChange[] open = [.. plan.Executions.Where(static change => change.IsOpen)];
        (long Id, ExecutionPartRange Range)[] removed = [.. open.Where(static change => !change.IsNew).SelectMany(static change => change.RemovedParts.Select(range => (change.Id, range)))];
        if (removed.Length > 0)
        {
            batch.Add(RemovePartRanges)
                .With(Array.ConvertAll(removed, static item => item.Id))
                .With(Array.ConvertAll(removed, static item => item.Range.Kind))
                .With(Array.ConvertAll(removed, static item => item.Range.FirstId))
                .With(Array.ConvertAll(removed, static item => item.Range.LastId));
        }

        (long Id, ExecutionPartKey Key, byte[] Payload)[] put = [.. open.SelectMany(static change => change.PutParts.Select(part => (change.Id, part.Key, part.Value)))];
        if (put.Length > 0)
        {
            batch.Add(PutParts)
                .With(Array.ConvertAll(put, static item => item.Id))
                .With(Array.ConvertAll(put, static item => item.Key.Kind))
                .With(Array.ConvertAll(put, static item => item.Key.Id))
                .With(Array.ConvertAll(put, static item => item.Payload));
        }
    }

    private void AddEntries(CommandBatch batch, EntryWave wave)
    {
        if (wave.Appends.Count > 0)
        {
            batch.Add(AppendEntries)
                .With(wave.Appends.ConvertAll(static append => append.Entry.Stream).ToArray())
                .With(wave.Appends.ConvertAll(static append => append.Entry.Id).ToArray())
                .With(wave.Appends.ConvertAll(static append => append.Entry.Time.UtcTicks).ToArray())
                .With(wave.Appends.ConvertAll(static append => append.Payload).ToArray())
                .With(wave.Appends.ConvertAll(static append => append.State).ToArray())
                .With(lease.Epoch);
        }

        if (wave.Updates.Count > 0)
        {
            batch.Add(UpdateEntries)
                .With(wave.Updates.ConvertAll(static update => update.Entry.Stream).ToArray())
                .With(wave.Updates.ConvertAll(static update => update.Entry.Id).ToArray())
                .With(wave.Updates.ConvertAll(static update => update.State).ToArray())
                .With(lease.Epoch);
        }

        if (wave.Removals.Count > 0)
        {
            batch.Add(RemoveEntries)
                .With(wave.Removals.ConvertAll(static entry => entry.Stream).ToArray())
                .With(wave.Removals.ConvertAll(static entry => entry.Id).ToArray())
                .With(lease.Epoch);
        }
    }
}
