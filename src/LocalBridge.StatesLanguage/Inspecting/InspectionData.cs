using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Inspecting;

/// <summary>Represents what the data of a tested state looked like on its way through the state (<c>InspectionData</c> of the AWS API).</summary>
/// <remarks>Instances are immutable for their users. What a state has no field for, or has not come to, is undefined. Which steps are shown
/// depends on the type of the state as in AWS: a Parallel state, for example, does not show what its <c>InputPath</c> selects.</remarks>
public sealed class InspectionData
{
    internal InspectionData()
    {
    }

    /// <summary>Gets the raw input.</summary>
    public JsonValue Input { get; internal set; }

    /// <summary>Gets the value of <c>Arguments</c> of a Task state in JSONata.</summary>
    public JsonValue AfterArguments { get; internal set; }

    /// <summary>Gets what <c>InputPath</c> selects.</summary>
    public JsonValue AfterInputPath { get; internal set; }

    /// <summary>Gets the value of <c>Parameters</c>, or what it would be made from when there is none.</summary>
    public JsonValue AfterParameters { get; internal set; }

    /// <summary>Gets the result of the state's work.</summary>
    public JsonValue Result { get; internal set; }

    /// <summary>Gets the value of <c>ResultSelector</c>, or the result when there is none.</summary>
    public JsonValue AfterResultSelector { get; internal set; }

    /// <summary>Gets the data after <c>ResultPath</c>.</summary>
    public JsonValue AfterResultPath { get; internal set; }

    /// <summary>Gets the variables after the state; undefined when there are none.</summary>
    public JsonValue Variables { get; internal set; }

    /// <summary>Gets the items that <c>ItemsPath</c> selects for a Map state.</summary>
    public JsonValue AfterItemsPath { get; internal set; }

    /// <summary>Gets the inputs of the iterations as <c>ItemSelector</c> makes them.</summary>
    public JsonValue AfterItemSelector { get; internal set; }

    /// <summary>Gets the inputs of the iterations as <c>ItemBatcher</c> makes them.</summary>
    public JsonValue AfterItemBatcher { get; internal set; }

    /// <summary>Gets how many iterations of a Map state may run at the same time, 0 for no bound; <see langword="null"/> for other states.</summary>
    public int? MaxConcurrency { get; internal set; }

    /// <summary>Gets how many iterations may fail; <see langword="null"/> when the state does not say.</summary>
    public int? ToleratedFailureCount { get; internal set; }

    /// <summary>Gets how many of a hundred iterations may fail; <see langword="null"/> when the state does not say.</summary>
    public double? ToleratedFailurePercentage { get; internal set; }

    /// <summary>Gets which retrier and catcher the error has met; <see langword="null"/> when it has met none.</summary>
    public InspectionErrorDetails? ErrorDetails { get; internal set; }
}
