using LocalBridge.StatesLanguage.Tasks;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Carries out one attempt at a task: the port between the workflow engine and everything that tasks can call.</summary>
/// <remarks>Implementations are safe for use from any thread.</remarks>
internal interface ITaskInvoker
{
    /// <summary>Carries out an attempt on the calling thread as far as it goes without waiting.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="cancellationToken">Cancelled when the answer is no longer awaited.</param>
    /// <returns>How it ended. A failure is an outcome; an exception that escapes nevertheless is treated as one.</returns>
    ValueTask<TaskOutcome> InvokeAsync(TaskContext context, CancellationToken cancellationToken);

    /// <summary>Tells whether a handler is registered for this very resource.</summary>
    bool HasHandler(TaskResource resource);

    /// <summary>Says, before anything runs, why a distributed Map state cannot read or write objects through a resource.</summary>
    /// <returns>What is wrong and what to register; <see langword="null"/> when it can.</returns>
    string? FindObjectFault(TaskResource resource);

    /// <summary>Says, before anything runs, why a resource cannot be called.</summary>
    /// <returns>What is wrong and what to register; <see langword="null"/> when it can be called, or when that shows only at run time.</returns>
    string? FindFault(TaskResource resource);
}
