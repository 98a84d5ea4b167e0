using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.PostgreSql.Tests.Support;

/// <summary>Short ways to commit and to claim.</summary>
internal static class Batches
{
    internal static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static async Task CommitAsync(this PostgreSqlStorage storage, CancellationToken cancellationToken, params StorageOperation[] operations)
    {
        var batch = new StorageBatch();
        foreach (StorageOperation operation in operations)
        {
            batch.Add(operation);
        }

        await storage.CommitAsync(batch, cancellationToken);
    }

    internal static ExecutionCheckpoint Checkpoint(string name, long expectedVersion) => new()
    {
        ExecutionArn = $"arn:aws:states:us-east-1:000000000000:execution:m:{name}",
        StateMachineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:m",
        StartDate = Now,
        ExpectedVersion = expectedVersion,
        Status = ExecutionStatus.Running,
        Description = expectedVersion == 0 ? Bytes(1) : default,
        State = Bytes((byte)(expectedVersion + 1)),
    };

    internal static AppendEntry Entry(string id) => new("s", id, Now, Bytes(1));

    internal static async Task<List<string>> ClaimExecutionsAsync(this PostgreSqlStorage storage)
    {
        var names = new List<string>();
        await foreach (OpenExecution open in storage.ClaimExecutionsAsync(CancellationToken.None))
        {
            names.Add(open.Execution.ExecutionArn.Split(':')[^1]);
        }

        return names;
    }

    internal static async Task<List<string>> ClaimEntriesAsync(this PostgreSqlStorage storage)
    {
        var ids = new List<string>();
        await foreach (StoredEntry entry in storage.ClaimEntriesAsync("s", CancellationToken.None))
        {
            ids.Add(entry.Id);
        }

        return ids;
    }

    private static StoragePayload Bytes(params byte[] bytes) => StoragePayload.FromBytes(bytes);
}
