using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Represents a Map state: it runs the same states for each item of an array.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class MapState : State
{
    internal MapState(StateFields fields, StateGraph processor, JsonPath? itemsPath, PayloadTemplate? items, PayloadTemplate? itemSelector, MaxConcurrency maxConcurrency)
        : base(fields)
    {
        Processor = processor;
        ItemsPath = itemsPath;
        Items = items;
        ItemSelector = itemSelector;
        MaxConcurrency = maxConcurrency;
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Map;

    /// <summary>Gets the states that run for each item (<c>ItemProcessor</c>, or <c>Iterator</c> in older definitions).</summary>
    public StateGraph Processor { get; }

    /// <summary>Gets where the items are in the effective input; <see langword="null"/> for the effective input itself.</summary>
    public JsonPath? ItemsPath { get; }

    /// <summary>Gets the JSONata template of the items, if it has one.</summary>
    public PayloadTemplate? Items { get; }

    /// <summary>Gets the template of each iteration's input (<c>ItemSelector</c>, or <c>Parameters</c> in older definitions);
    /// <see langword="null"/> when the item itself is the input.</summary>
    public PayloadTemplate? ItemSelector { get; }

    /// <summary>Gets how many iterations may run at the same time.</summary>
    public MaxConcurrency MaxConcurrency { get; }
}
