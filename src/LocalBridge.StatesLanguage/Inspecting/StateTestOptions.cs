using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Inspecting;

/// <summary>Represents the circumstances under which a state is tested.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record StateTestOptions
{
    /// <summary>Gets what the execution around the state is started with; its input is the input of the state.</summary>
    public required ExecutionStart Start { get; init; }

    /// <summary>Gets the context object; undefined for one that is made from <see cref="Start"/>.</summary>
    public JsonValue Context { get; init; }

    /// <summary>Gets the variables that the state sees.</summary>
    public JsonObject Variables { get; init; } = JsonObject.Empty;

    /// <summary>Gets how often the retrier that the error meets has been used already.</summary>
    public int RetrierRetryCount { get; init; }

    /// <summary>Gets the result that the branches or iterations of a Parallel or Map state are to give; undefined when they fail.</summary>
    public JsonValue ChildrenResult { get; init; }

    /// <summary>Gets the error name with which the branches or iterations fail.</summary>
    public string? ChildrenError { get; init; }

    /// <summary>Gets the cause with which the branches or iterations fail.</summary>
    public string? ChildrenCause { get; init; }

    /// <summary>Gets what the item reader of a Map state reads; undefined for nothing.</summary>
    public JsonValue ItemReaderData { get; init; }

    /// <summary>Gets how many iterations of a Map state fail; <see langword="null"/> when the test does not say.</summary>
    public int? MapIterationFailureCount { get; init; }

    /// <summary>Gets the limits; the default are those of the service.</summary>
    public InterpreterLimits Limits { get; init; } = InterpreterLimits.Default;
}
