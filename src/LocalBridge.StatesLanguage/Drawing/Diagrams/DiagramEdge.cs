namespace LocalBridge.StatesLanguage.Drawing.Diagrams;

/// <summary>A transition.</summary>
/// <param name="From">Where it begins; null for the start of the machine.</param>
/// <param name="To">Where it leads; null for the end of the machine.</param>
/// <param name="Kind">Why it is taken.</param>
/// <param name="Label">What is written on it, whole; null for nothing.</param>
/// <param name="IsTaken">Whether the execution in the overlay went along it.</param>
internal sealed record DiagramEdge(DiagramNode? From, DiagramNode? To, DiagramEdgeKind Kind, string? Label, bool IsTaken);
