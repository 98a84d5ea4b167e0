using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Represents a Map state: it runs the same states for each item of an array, within its execution or as executions of their own.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class MapState : State
{
    private readonly Distribution _distribution;

    internal MapState(
        StateFields fields,
        StateGraph processor,
        JsonPath? itemsPath,
        PayloadTemplate? items,
        PayloadTemplate? itemSelector,
        MaxConcurrency maxConcurrency,
        Distribution distribution)
        : base(fields)
    {
        _distribution = distribution;
        Processor = processor;
        ItemsPath = itemsPath;
        Items = items;
        ItemSelector = itemSelector;
        MaxConcurrency = maxConcurrency;
        if (IsDistributed)
        {
            MapRunLabel = Label ?? MapLabel.Create(Name);
            ProcessorDefinition = new StateMachineDefinition(distribution.Json, processor.Comment, null, distribution.Language, null, processor);
        }
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Map;

    /// <summary>Gets the states that run for each item (<c>ItemProcessor</c>, or <c>Iterator</c> in older definitions).</summary>
    public StateGraph Processor { get; }

    /// <summary>Gets where the iterations run (<c>ProcessorConfig</c>).</summary>
    public ProcessorConfig ProcessorConfig => _distribution.Config;

    /// <summary>Gets whether each iteration is an execution of its own.</summary>
    public bool IsDistributed => ProcessorConfig.Mode == ProcessorMode.Distributed;

    /// <summary>Gets the label; <see langword="null"/> when the definition gives none.</summary>
    public string? Label => _distribution.Label;

    /// <summary>Gets what names the state in the ARNs of its Map Runs and child executions: the label, or one that is made of the state's name;
    /// <see langword="null"/> when the state is not distributed.</summary>
    public string? MapRunLabel { get; }

    /// <summary>Gets where the items are in the effective input; <see langword="null"/> for the effective input itself.</summary>
    public JsonPath? ItemsPath { get; }

    /// <summary>Gets the JSONata template of the items, if it has one.</summary>
    public PayloadTemplate? Items { get; }

    /// <summary>Gets where the items are read from; <see langword="null"/> when they are in the input.</summary>
    public ItemReader? ItemReader => _distribution.ItemReader;

    /// <summary>Gets the template of each iteration's input (<c>ItemSelector</c>, or <c>Parameters</c> in older definitions);
    /// <see langword="null"/> when the item itself is the input.</summary>
    public PayloadTemplate? ItemSelector { get; }

    /// <summary>Gets how items are put together; <see langword="null"/> when each has its own iteration.</summary>
    public ItemBatcher? ItemBatcher => _distribution.ItemBatcher;

    /// <summary>Gets where the results are written; <see langword="null"/> when they are the state's result.</summary>
    public ResultWriter? ResultWriter => _distribution.ResultWriter;

    /// <summary>Gets how many iterations may run at the same time.</summary>
    public MaxConcurrency MaxConcurrency { get; }

    /// <summary>Gets how many items of a Map Run may fail; <see langword="null"/> when only <see cref="ToleratedFailurePercentage"/> counts.</summary>
    public NumberField? ToleratedFailureCount => _distribution.ToleratedFailureCount;

    /// <summary>Gets how many of a hundred items of a Map Run may fail; <see langword="null"/> when only <see cref="ToleratedFailureCount"/> counts.</summary>
    public NumberField? ToleratedFailurePercentage => _distribution.ToleratedFailurePercentage;

    /// <summary>The states as a machine of their own, when they run as executions of their own.</summary>
    internal StateMachineDefinition? ProcessorDefinition { get; }
}
