using LocalBridge.Json;

namespace LocalBridge.Workflows.Distant;

/// <summary>What one process says to another that shares its storage: a request about an execution, or the reply.</summary>
internal sealed record DistantMessage
{
    internal required DistantMessageKind Kind { get; init; }

    /// <summary>Gets the number of the request among those of its sender; a reply bears that of its request. 0 when none is expected.</summary>
    internal long Id { get; init; }

    internal string? ExecutionArn { get; init; }

    internal string? TaskToken { get; init; }

    internal JsonValue Output { get; init; }

    internal string? Error { get; init; }

    /// <summary>Gets the cause of a failure or a stop, or why something was refused.</summary>
    internal string? Cause { get; init; }

    /// <summary>Gets when an execution was stopped.</summary>
    internal DateTimeOffset? StopDate { get; init; }

    internal bool IsReply => Kind is DistantMessageKind.Done or DistantMessageKind.TaskOver or DistantMessageKind.Refused;
}
