using LocalBridge.Workflows.Running;

namespace LocalBridge.Workflows.Activities;

/// <summary>Joins the tasks of one activity with the workers that wait for one, both in the order of their coming.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class ActivityQueue(ActivityDescription description)
{
    private readonly Lock _lock = new(); // guards the two collections
    private readonly OrderedDictionary<RunningTask, bool> _tasks = [];
    private readonly LinkedList<TaskCompletionSource<RunningTask>> _workers = new();

    internal ActivityDescription Description { get; } = description;

    internal void Enqueue(RunningTask task)
    {
        lock (_lock)
        {
            while (_workers.First is { } worker)
            {
                _workers.RemoveFirst();
                if (worker.Value.TrySetResult(task))
                {
                    return;
                }
            }

            _tasks.Add(task, true);
        }
    }

    internal void Remove(RunningTask task)
    {
        lock (_lock)
        {
            _tasks.Remove(task);
        }
    }

    /// <summary>Takes the next task, or the promise of one.</summary>
    internal async Task<RunningTask> TakeAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<RunningTask> worker;
        lock (_lock)
        {
            if (_tasks.Count > 0)
            {
                RunningTask task = _tasks.GetAt(0).Key;
                _tasks.RemoveAt(0);
                return task;
            }

            worker = new TaskCompletionSource<RunningTask>(TaskCreationOptions.RunContinuationsAsynchronously);
            _workers.AddLast(worker);
        }

        CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            (_, token) => Withdraw(worker, token),
            null);
        await using (registration.ConfigureAwait(false))
        {
            return await worker.Task.ConfigureAwait(false);
        }
    }

    private void Withdraw(TaskCompletionSource<RunningTask> worker, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _workers.Remove(worker);
        }

        worker.TrySetCanceled(cancellationToken);
    }
}
