using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>What was read of an <c>ItemProcessor</c>.</summary>
/// <param name="Graph">The states; null when they could not be read.</param>
/// <param name="Config">Where they run.</param>
/// <param name="Json">The text, when they run as executions of their own.</param>
internal readonly record struct ItemProcessor(StateGraph? Graph, ProcessorConfig Config, string Json);
