using System.Globalization;
using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.Events;
using LocalBridge.Identity;
using LocalBridge.Json;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Carries out the optimised integration <c>arn:aws:states:::events:putEvents</c> ("Add EventBridge events with Step Functions").</summary>
internal sealed class PutEventsTask(IEventBus defaultEventBus, IIdentifierSource identifiers)
{
    internal async ValueTask<TaskOutcome> InvokeAsync(TaskContext context, CancellationToken cancellationToken)
    {
        if (!context.Input["Entries"].TryGetArray(out JsonArray? items))
        {
            return TaskOutcome.Failed("States.Runtime", "The parameter 'Entries' of 'events:putEvents' is missing or no array.");
        }

        var entries = new PutEventsEntry[items.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = ReadEntry(items[i], context);
        }

        try
        {
            PutEventsResponse response = await defaultEventBus.PutEventsAsync(entries, cancellationToken).ConfigureAwait(false);
            return response.FailedEntryCount == 0
                ? TaskOutcome.Succeeded(Write(response, addsMetadata: true))
                : TaskOutcome.Failed("EventBridge.FailedEntry", Write(response, addsMetadata: false).ToJson());
        }
        catch (LocalBridgeException fault)
        {
            return TaskOutcome.Failed(
                "EventBridge." + fault.ErrorCode,
                ServiceAnswer.Cause(fault.Message, "AmazonEventBridge", 400, fault.ErrorCode, identifiers.NewGuid()));
        }
    }

    private static PutEventsEntry ReadEntry(JsonValue entry, TaskContext context) => new()
    {
        Source = ReadText(entry["Source"]),
        DetailType = ReadText(entry["DetailType"]),
        Detail = ReadDetail(entry["Detail"]),
        EventBusName = ReadText(entry["EventBusName"]),
        TraceHeader = ReadText(entry["TraceHeader"]),
        Time = ReadTime(entry["Time"]),
        Resources = ReadResources(entry["Resources"], context),
    };

    private static string? ReadText(JsonValue value) => value.TryGetString(out string? text) ? text : null;

    /// <summary>Reads the detail, which may be written as JSON or as its text.</summary>
    private static string? ReadDetail(JsonValue value) => value.IsUndefined || value.IsNull ? null : ReadText(value) ?? value.ToJson();

    private static DateTimeOffset? ReadTime(JsonValue value) =>
        value.TryGetString(out string? text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;

    /// <summary>"The execution ARN and the state machine ARN are automatically appended to the Resources field."</summary>
    private static List<string> ReadResources(JsonValue value, TaskContext context)
    {
        var resources = new List<string>();
        if (value.TryGetArray(out JsonArray? items))
        {
            foreach (JsonValue item in items)
            {
                if (item.TryGetString(out string? resource))
                {
                    resources.Add(resource);
                }
            }
        }

        resources.Add(context.ExecutionArn);
        resources.Add(context.StateMachineArn);
        return resources;
    }

    private JsonValue Write(PutEventsResponse response, bool addsMetadata)
    {
        var entries = new JsonArrayBuilder(response.Entries.Count);
        foreach (PutEventsResultEntry result in response.Entries)
        {
            var entry = new JsonObjectBuilder(2);
            if (result.ErrorCode is null)
            {
                entry["EventId"] = result.EventId;
            }
            else
            {
                entry["ErrorCode"] = result.ErrorCode;
                entry["ErrorMessage"] = result.ErrorMessage;
            }

            entries.Add(entry.Build());
        }

        var answer = new JsonObjectBuilder(4);
        answer["Entries"] = entries.Build();
        answer["FailedEntryCount"] = response.FailedEntryCount;
        if (addsMetadata)
        {
            ServiceAnswer.AddMetadata(answer, identifiers.NewGuid());
        }

        return answer.Build();
    }
}
