using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Activities;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Running;

namespace LocalBridge.Workflows;

internal sealed partial class WorkflowEngine
{
    /// <summary>GetActivityTask "waits up to 60 seconds".</summary>
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _activityWriter = new(1, 1);

    /// <inheritdoc/>
    public async Task<ActivityDescription> CreateActivityAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfNotRunning();
        await _activityWriter.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ActivityDescription activity = Activities.Prepare(name);
            if (!Activities.Contains(activity.ActivityArn))
            {
                await _activityStore.PutAsync(activity, cancellationToken).ConfigureAwait(false);
            }

            return Activities.Add(activity);
        }
        finally
        {
            _activityWriter.Release();
        }
    }

    /// <inheritdoc/>
    public async Task DeleteActivityAsync(string activityArn, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfNotRunning();
        StatesArns.CheckActivity(activityArn);
        await _activityWriter.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Activities.Contains(activityArn))
            {
                await _activityStore.RemoveAsync(activityArn, cancellationToken).ConfigureAwait(false);
            }

            Activities.Delete(activityArn);
        }
        finally
        {
            _activityWriter.Release();
        }
    }

    private async Task LoadActivitiesAsync(CancellationToken cancellationToken)
    {
        await _activityWriter.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            List<ActivityDescription> stored = await _activityStore.ReadAsync(cancellationToken).ConfigureAwait(false);
            foreach (ActivityDescription activity in stored)
            {
                Activities.Add(activity);
            }

            foreach (string deleted in Activities.List().Select(static activity => activity.ActivityArn).Except(stored.Select(static activity => activity.ActivityArn)))
            {
                Activities.Delete(deleted);
            }
        }
        finally
        {
            _activityWriter.Release();
        }
    }

    /// <inheritdoc/>
    public Task<ActivityDescription> DescribeActivityAsync(string activityArn, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfNotRunning();
        return Task.FromResult(Activities.Get(activityArn).Description);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ActivityDescription>> ListActivitiesAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfNotRunning();
        return Task.FromResult(Activities.List());
    }

    /// <inheritdoc/>
    public async Task<ActivityTask?> GetActivityTaskAsync(
        string activityArn,
        string? workerName = null,
        CancellationToken cancellationToken = default)
    {
        ThrowIfNotRunning();
        ActivityQueue queue = Activities.Get(activityArn);
        while (await Activities.TakeAsync(queue, LongPoll, cancellationToken).ConfigureAwait(false) is RunningTask task)
        {
            var start = new TaskTokenAnswer(task, StimulusKind.TaskStarted, default, workerName, null);
            task.Execution.Shard.Post(start);
            try
            {
                // Not cancelled any more: the task is taken, and must reach its worker.
                await start.Task.ConfigureAwait(false);
                return new ActivityTask(task.TaskToken ?? string.Empty, task.Input);
            }
            catch (TaskTimedOutException)
            {
                // It ended in between; the next one.
            }
        }

        return null;
    }
}
