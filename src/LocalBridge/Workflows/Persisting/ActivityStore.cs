using LocalBridge.Storage;
using LocalBridge.Workflows.Activities;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Keeps activities in storage. Their waiting tasks are parts of the executions that wait.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class ActivityStore(IBridgeStorage storage, PayloadCodec codec, DefinitionChanges changes)
{
    internal async Task<List<ActivityDescription>> ReadAsync(CancellationToken cancellationToken)
    {
        var activities = new List<ActivityDescription>();
        await foreach (StoredRecord stored in storage.ReadAllAsync(RecordKinds.Activity, cancellationToken).ConfigureAwait(false))
        {
            activities.Add(codec.Read(stored.Payload, ActivityFormat.Instance));
        }

        return activities;
    }

    internal ValueTask PutAsync(ActivityDescription activity, CancellationToken cancellationToken) => CommitAsync(
        new PutRecord(RecordKinds.Activity, activity.ActivityArn, null, codec.Lazy(activity, ActivityFormat.Instance)), cancellationToken);

    internal ValueTask RemoveAsync(string activityArn, CancellationToken cancellationToken) =>
        CommitAsync(new RemoveRecord(RecordKinds.Activity, activityArn), cancellationToken);

    private async ValueTask CommitAsync(StorageOperation operation, CancellationToken cancellationToken)
    {
        var batch = new StorageBatch();
        batch.Add(operation);
        await storage.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        changes.OnCommitted();
    }
}
