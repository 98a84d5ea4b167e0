using System.Collections.Concurrent;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Workflows.Running;

/// <summary>Finds the attempt that waits for a task token.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class TaskTokens
{
    private readonly ConcurrentDictionary<string, RunningTask> _tasks = new(StringComparer.Ordinal);

    internal void Add(RunningTask task)
    {
        if (task.TaskToken is not null)
        {
            _tasks[task.TaskToken] = task;
        }
    }

    internal void Remove(RunningTask task)
    {
        if (task.TaskToken is not null)
        {
            _tasks.TryRemove(new KeyValuePair<string, RunningTask>(task.TaskToken, task));
        }
    }

    internal RunningTask Get(string taskToken) =>
        _tasks.TryGetValue(taskToken, out RunningTask? task) ? task : throw new InvalidTokenException("Invalid token");
}
