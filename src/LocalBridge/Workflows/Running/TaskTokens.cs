using System.Collections.Concurrent;
using LocalBridge.StatesLanguage.Tasks;
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

    internal bool Contains(string taskToken) => _tasks.ContainsKey(taskToken);

    internal RunningTask Get(string taskToken)
    {
        if (_tasks.TryGetValue(taskToken, out RunningTask? task))
        {
            return task;
        }

        // A token says by itself whether it is one; that nobody waits for it means that its task has ended.
        throw TaskToken.TryRead(taskToken, out _, out _) ? TaskEnded() : new InvalidTokenException("Invalid token");
    }

    internal static TaskTimedOutException TaskEnded() => new("Provided task does not exist anymore");
}
