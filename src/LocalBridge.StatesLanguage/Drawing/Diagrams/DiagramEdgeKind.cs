namespace LocalBridge.StatesLanguage.Drawing.Diagrams;

/// <summary>Names why an execution goes along an edge.</summary>
internal enum DiagramEdgeKind
{
    Start,
    Next,
    Choice,
    Default,
    Catch,
    End,
}
