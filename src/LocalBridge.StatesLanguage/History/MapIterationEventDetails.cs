namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of an iteration of an inline Map state.</summary>
/// <param name="Name">The Map state's name.</param>
/// <param name="Index">The item's position, from 0.</param>
public sealed record MapIterationEventDetails(string Name, int Index) : HistoryEventDetails;
