using System.Text.Json;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Running.StepFunctions.Playback;
using LocalBridge.Conformance.Running.StepFunctions.Scenarios;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Activities;

namespace LocalBridge.Conformance.Running.StepFunctions.Hosting;

/// <summary>Works at the activities of a case as its recorded worker did: fetches as many tasks as there are answers.</summary>
internal sealed class ActivityWorkers(IActivities activities, ExecutionScenario scenario, Script script, CallbackAnswers callbacks)
{
    private const string WorkerName = "WorkerName";

    // A task that was handed out reaches the worker a moment after the engine came to rest.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(30);

    private readonly Dictionary<string, Task<ActivityTask?>> _polls = new(StringComparer.Ordinal);

    /// <summary>Creates the activities of the case, and begins to work at those that were not deleted.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (JsonElement activity in Items(scenario.Resources.Member("activities")))
        {
            string arn = activity.RequiredText("arn");
            await activities.CreateActivityAsync(activity.Text("name") ?? arn.Split(':')[^1], cancellationToken);
            if (Items(scenario.Resources.Member("deletedActivities")).Any(deleted => deleted.GetString() == arn))
            {
                await activities.DeleteActivityAsync(arn, cancellationToken);
            }
            else
            {
                Poll(arn, cancellationToken);
            }
        }
    }

    /// <summary>Puts the answers to the tasks that were fetched among those that are to be sent.</summary>
    public async Task CollectAsync(CancellationToken cancellationToken)
    {
        foreach ((string arn, Task<ActivityTask?> poll) in _polls.ToList())
        {
            if (await Task.WhenAny(poll, Task.Delay(Patience, cancellationToken)) != poll)
            {
                continue;
            }

            _polls.Remove(arn);
            if (await poll is { } task && script.TakeActivity(arn, task.Input.ToJson()) is { } entry)
            {
                callbacks.Add(task.TaskToken, AttemptAnswer.From(entry, JsonTextStyle.Compact));
            }

            Poll(arn, cancellationToken);
        }
    }

    private void Poll(string arn, CancellationToken cancellationToken)
    {
        if (script.HasResource(arn))
        {
            _polls.Add(arn, activities.GetActivityTaskAsync(arn, FindWorkerName(scenario.Resources.Member("driver")), cancellationToken));
        }
    }

    private static JsonElement[] Items(JsonElement list) => list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    // The recorded worker is a state machine, which says in its definition what it calls itself.
    private static string? FindWorkerName(JsonElement driver) => driver.ValueKind switch
    {
        JsonValueKind.Array => driver.EnumerateArray().Select(FindWorkerName).FirstOrDefault(static name => name is not null),
        JsonValueKind.Object => driver.Text(WorkerName)
            ?? driver.EnumerateObject().Select(static member => FindWorkerName(member.Value)).FirstOrDefault(static name => name is not null),
        _ => null,
    };
}
