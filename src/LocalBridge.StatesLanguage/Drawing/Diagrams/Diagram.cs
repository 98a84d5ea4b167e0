namespace LocalBridge.StatesLanguage.Drawing.Diagrams;

/// <summary>What every format draws: a state machine without the details that no drawing shows.</summary>
/// <param name="Title">The title, for people and screen readers.</param>
/// <param name="Description">The machine in a sentence, for screen readers.</param>
/// <param name="Graph">The states.</param>
/// <param name="HasOverlay">Whether an execution's path is shown.</param>
internal sealed record Diagram(string Title, string Description, DiagramGraph Graph, bool HasOverlay);
