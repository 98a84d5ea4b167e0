using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.MapRuns;

/// <summary>Represents the input of one child execution of a Map Run.</summary>
/// <param name="Item">The item, which the context object shows: of a batch, its input.</param>
/// <param name="Input">The input.</param>
/// <param name="ItemCount">How many items are in it.</param>
public readonly record struct MapRunInput(JsonValue Item, JsonValue Input, int ItemCount);
