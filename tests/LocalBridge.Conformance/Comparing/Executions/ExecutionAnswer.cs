using System.Collections.Immutable;
using System.Text.Json;

namespace LocalBridge.Conformance.Comparing.Executions;

/// <summary>Represents what an engine says about an execution, in the form of the AWS API: the neutral side that a case is compared with.</summary>
internal sealed record ExecutionAnswer
{
    /// <summary>Gets the status: RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED.</summary>
    public required string Status { get; init; }

    /// <summary>Gets the JSON text of the output; <see langword="null"/> when there is none.</summary>
    public string? Output { get; init; }

    /// <summary>Gets the error name; <see langword="null"/> when there is none.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the description of the error; <see langword="null"/> when there is none.</summary>
    public string? Cause { get; init; }

    /// <summary>Gets the history.</summary>
    public ImmutableArray<JsonElement> History { get; init; } = [];

    /// <summary>Gets further answers by the name under which a case expects them (<c>extras</c>, for example <c>describe_execution</c>);
    /// what is not there is not supported yet.</summary>
    public ImmutableDictionary<string, JsonElement> Extras { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
