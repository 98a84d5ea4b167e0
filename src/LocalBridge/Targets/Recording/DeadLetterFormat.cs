using System.Buffers;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Storage;

namespace LocalBridge.Targets.Recording;

/// <summary>Writes what a dead letter says about its event, which is stored beside it.</summary>
internal sealed class DeadLetterFormat : PayloadFormat<RecordedDeadLetter>
{
    internal static DeadLetterFormat Instance { get; } = new();

    internal override void Write(RecordedDeadLetter value, IBufferWriter<byte> output)
    {
        DeadLetter letter = value.Letter;
        var json = new JsonObjectBuilder(8);
        json.SetItem("queue", value.QueueArn);
        json.SetItem("ruleArn", letter.RuleArn);
        json.SetItem("targetArn", letter.TargetArn);
        json.SetItem("errorCode", letter.ErrorCode);
        json.SetItem("errorMessage", letter.ErrorMessage);
        json.SetItem("exhausted", letter.ExhaustedRetryCondition);
        json.SetItem("attempts", letter.RetryAttempts);
        json.SetItem("trace", letter.Event.TraceHeader);
        ((JsonValue)json.Build()).WriteTo(output);
    }

    internal override RecordedDeadLetter Read(ReadOnlyMemory<byte> bytes) =>
        throw new InvalidOperationException("A dead letter is read together with its event.");

    internal static RecordedDeadLetter Read(ReadOnlySpan<byte> bytes, Func<string?, EventEnvelope> readEvent)
    {
        JsonValue json = StoredJson.Parse(bytes, "dead letter");
        var letter = new DeadLetter
        {
            Event = readEvent(Text(json["trace"])),
            RuleArn = json["ruleArn"].GetString(),
            TargetArn = json["targetArn"].GetString(),
            ErrorCode = json["errorCode"].GetString(),
            ErrorMessage = json["errorMessage"].GetString(),
            ExhaustedRetryCondition = Text(json["exhausted"]),
            RetryAttempts = (int)StoredJson.Int64(json["attempts"]),
        };
        return new RecordedDeadLetter(json["queue"].GetString(), letter);
    }

    private static string? Text(JsonValue value) => value.TryGetString(out string? text) ? text : null;
}
