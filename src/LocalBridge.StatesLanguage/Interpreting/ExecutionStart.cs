using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Represents all that is given to an execution when it begins; the context object (<c>$$</c>) is made from it.</summary>
public sealed record ExecutionStart
{
    /// <summary>Gets the execution's ARN.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>Gets the execution's name.</summary>
    public required string ExecutionName { get; init; }

    /// <summary>Gets the ARN of the state machine.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>Gets the name of the state machine.</summary>
    public required string StateMachineName { get; init; }

    /// <summary>Gets the ARN of the role; recorded in the history, never assumed.</summary>
    public required string RoleArn { get; init; }

    /// <summary>Gets the execution's input.</summary>
    public required JsonValue Input { get; init; }

    /// <summary>Gets the start time.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>Gets the seed of everything random in the execution (jitter, <c>States.UUID</c>, <c>States.MathRandom</c>, task tokens):
    /// the same seed and the same stimuli give the same history.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets whether the execution is of an Express state machine: no 25,000-event limit.</summary>
    public bool IsExpress { get; init; }

    /// <summary>Gets whether history events are produced.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool RecordsHistory { get; init; } = true;

    /// <summary>Gets the ARN of the Map Run it is a child of; <see langword="null"/> when it is none.</summary>
    public string? MapRunArn { get; init; }

    /// <summary>Gets the item it runs for, which the context object shows, when it is the child of a Map Run; otherwise undefined.</summary>
    public JsonValue MapItem { get; init; }

    /// <summary>Gets the position of <see cref="MapItem"/>.</summary>
    public int MapItemIndex { get; init; }
}
