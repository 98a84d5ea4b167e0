using System.Collections.Concurrent;
using System.Collections.Immutable;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Running;

namespace LocalBridge.Workflows.Activities;

/// <summary>Holds the activities of an engine.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class ActivityQueues(StatesArns arns, TimeProvider timeProvider) : IDisposable
{
    private readonly ConcurrentDictionary<string, ActivityQueue> _queues = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Returns the activity of a name, or what a new one would be.</summary>
    internal ActivityDescription Prepare(string name)
    {
        StatesNames.Check(name);
        string arn = arns.Activity(name);
        return _queues.TryGetValue(arn, out ActivityQueue? queue) ? queue.Description : new ActivityDescription(arn, name, timeProvider.GetUtcNow());
    }

    internal ActivityDescription Add(ActivityDescription activity) =>
        _queues.GetOrAdd(activity.ActivityArn, static (_, added) => new ActivityQueue(added), activity).Description;

    internal void Delete(string activityArn)
    {
        StatesArns.CheckActivity(activityArn);
        _queues.TryRemove(activityArn, out _);
    }

    internal ActivityQueue Get(string activityArn)
    {
        StatesArns.CheckActivity(activityArn);
        return _queues.TryGetValue(activityArn, out ActivityQueue? queue) ? queue : throw new ActivityDoesNotExistException(activityArn);
    }

    internal bool Contains(string activityArn) => _queues.ContainsKey(activityArn);

    internal ImmutableArray<ActivityDescription> List() =>
        [.. _queues.Values.Select(static queue => queue.Description).OrderBy(static activity => activity.CreationDate)];

    /// <summary>Lets a task wait for a worker.</summary>
    /// <returns>Whether there is such an activity.</returns>
    internal bool TryEnqueue(RunningTask task)
    {
        if (!_queues.TryGetValue(task.Resource.Text, out ActivityQueue? queue))
        {
            return false;
        }

        queue.Enqueue(task);
        return true;
    }

    internal void Remove(RunningTask task)
    {
        if (_queues.TryGetValue(task.Resource.Text, out ActivityQueue? queue))
        {
            queue.Remove(task);
        }
    }

    /// <summary>Waits for the next task.</summary>
    /// <returns>The task, or <see langword="null"/> when none came in time.</returns>
    internal async Task<RunningTask?> TakeAsync(ActivityQueue queue, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping.Token, cancellationToken);
        try
        {
            return await queue.TakeAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return _stopping.IsCancellationRequested ? throw WorkflowEngine.Disposed() : null;
        }
    }

    public void Dispose() => _stopping.Cancel();
}
