using System.Collections.Immutable;
using LocalBridge.Workflows.Activities;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Workflows;

/// <summary>Represents the activities of a bridge: queues of tasks that workers fetch and answer with a token.</summary>
/// <remarks>Safe for use from any thread. All methods throw <see cref="ObjectDisposedException"/> after the bridge was disposed.</remarks>
public interface IActivities
{
    /// <summary>Creates an activity. Creating it again answers the one that exists.</summary>
    /// <param name="name">The name: 1 to 80 characters without white space, brackets, wildcards and special characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The activity.</returns>
    /// <exception cref="InvalidNameException">The service does not allow the name.</exception>
    Task<ActivityDescription> CreateActivityAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Deletes an activity. What waits in it stays with its time-out. Deleting what does not exist succeeds, as in AWS.</summary>
    /// <param name="activityArn">The ARN of the activity.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task DeleteActivityAsync(string activityArn, CancellationToken cancellationToken = default);

    /// <summary>Returns what is known about an activity.</summary>
    /// <param name="activityArn">The ARN of the activity.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ActivityDoesNotExistException">There is no such activity.</exception>
    Task<ActivityDescription> DescribeActivityAsync(string activityArn, CancellationToken cancellationToken = default);

    /// <summary>Returns all activities, oldest first.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ImmutableArray<ActivityDescription>> ListActivitiesAsync(CancellationToken cancellationToken = default);

    /// <summary>Fetches the next task of an activity, and waits for one up to 60 seconds.</summary>
    /// <param name="activityArn">The ARN of the activity.</param>
    /// <param name="workerName">The name of the worker, which the history shows.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The task, which is committed as started; <see langword="null"/> when none came in time.</returns>
    /// <exception cref="ActivityDoesNotExistException">There is no such activity.</exception>
    Task<ActivityTask?> GetActivityTaskAsync(string activityArn, string? workerName = null, CancellationToken cancellationToken = default);
}
