using System.Collections.Immutable;

namespace LocalBridge.StatesLanguage.Drawing.Diagrams;

/// <summary>The states of a machine, a branch or a processor, and the transitions between them.</summary>
/// <param name="Label">What a group is headed with; null for the machine itself.</param>
/// <param name="Nodes">The states, in the order of the definition; the first one of the flow is <paramref name="Start"/>.</param>
/// <param name="Start">The state it begins with.</param>
/// <param name="Edges">The transitions, in the order of the definition.</param>
internal sealed record DiagramGraph(string? Label, ImmutableArray<DiagramNode> Nodes, DiagramNode Start, ImmutableArray<DiagramEdge> Edges);
