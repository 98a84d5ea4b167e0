namespace LocalBridge.Workflows.Tasks;

/// <summary>Represents what goes on after the request of a <c>.sync</c> task was accepted, without holding a thread or a place among the running tasks.</summary>
internal interface ITaskJob
{
    /// <summary>Asks to be told how the job ends; at once when it has ended.</summary>
    /// <param name="observer">Called once; it only enqueues.</param>
    void OnEnded(Action<TaskOutcome> observer);

    /// <summary>Says that the end of the job is no longer awaited.</summary>
    void Cancel();

    /// <summary>Says that this process has nothing to do with the job any more: whoever goes on with the execution goes on with it.</summary>
    void Abandon();
}
