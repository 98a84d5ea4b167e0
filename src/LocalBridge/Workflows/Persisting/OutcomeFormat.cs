using System.Buffers;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Writes how an execution ended. Status and date are in the row already.</summary>
internal sealed class OutcomeFormat : PayloadFormat<ExecutionRecord>
{
    private static readonly ExecutionStart NoStart = new()
    {
        ExecutionArn = string.Empty,
        ExecutionName = string.Empty,
        StateMachineArn = string.Empty,
        StateMachineName = string.Empty,
        RoleArn = string.Empty,
        Input = default,
        StartTime = default,
        Seed = 0,
    };

    internal static OutcomeFormat Instance { get; } = new();

    internal override void Write(ExecutionRecord value, IBufferWriter<byte> output)
    {
        var json = new JsonObjectBuilder(3);
        if (!value.Output.IsUndefined)
        {
            json.SetItem("output", value.Output);
        }

        if (value.Error is not null)
        {
            json.SetItem("error", value.Error);
        }

        if (value.Cause is not null)
        {
            json.SetItem("cause", value.Cause);
        }

        ((JsonValue)json.Build()).WriteTo(output);
    }

    internal override ExecutionRecord Read(ReadOnlyMemory<byte> bytes)
    {
        JsonValue json = StoredJson.Parse(bytes.Span, "end of an execution");
        return new ExecutionRecord
        {
            Start = NoStart,
            Revision = default,
            Status = ExecutionStatus.Running,
            Output = json["output"],
            Error = json["error"].TryGetString(out string? error) ? error : null,
            Cause = json["cause"].TryGetString(out string? cause) ? cause : null,
        };
    }
}
