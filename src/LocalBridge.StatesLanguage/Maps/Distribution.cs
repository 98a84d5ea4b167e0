using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>The fields of a Map state that are about its Map Runs, as they were read.</summary>
internal sealed class Distribution
{
    internal required ProcessorConfig Config { get; init; }

    /// <summary>The text of the item processor.</summary>
    internal required string Json { get; init; }

    /// <summary>The query language of the state machine.</summary>
    internal required QueryLanguage Language { get; init; }

    internal string? Label { get; init; }

    internal ItemReader? ItemReader { get; init; }

    internal ItemBatcher? ItemBatcher { get; init; }

    internal ResultWriter? ResultWriter { get; init; }

    internal NumberField? ToleratedFailureCount { get; init; }

    internal NumberField? ToleratedFailurePercentage { get; init; }
}
