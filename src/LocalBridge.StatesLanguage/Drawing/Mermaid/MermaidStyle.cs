using LocalBridge.StatesLanguage.Drawing.Diagrams;
using LocalBridge.StatesLanguage.Drawing.Overlays;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Drawing.Mermaid;

/// <summary>The looks of a flowchart. Fill, stroke and text are all set, so that it can be read on a light and on a dark page.</summary>
internal static class MermaidStyle
{
    internal const string TakenLine = "stroke:#1a7f37,stroke-width:3px";

    internal static string ClassOf(DiagramNode node) =>
        node.Path is { } path ? path.Status.ToString().ToLowerInvariant() : node.Type.ToString().ToLowerInvariant();

    internal static string DefinitionOf(DiagramNode node) => node.Path is { } path ? OfStatus(path.Status) : OfType(node.Type);

    /// <summary>What stands around the label of a state: its shape.</summary>
    internal static (string Open, string Close) ShapeOf(StateType type) => type switch
    {
        StateType.Choice => ("{{", "}}"),
        StateType.Succeed or StateType.Fail => ("([", "])"),
        StateType.Wait => ("(", ")"),
        _ => ("[", "]"),
    };

    private static string OfStatus(StateStatus status) => status switch
    {
        StateStatus.Succeeded => "fill:#dafbe1,stroke:#1a7f37,color:#1f2328",
        StateStatus.Caught => "fill:#fff1cc,stroke:#9a5b00,color:#1f2328",
        StateStatus.Failed => "fill:#ffebe9,stroke:#cf222e,color:#1f2328",
        StateStatus.Aborted => "fill:#f4ecff,stroke:#6639ba,color:#1f2328",
        StateStatus.Running => "fill:#ddf4ff,stroke:#0969da,color:#1f2328",
        _ => "fill:#f6f8fa,stroke:#6e7781,color:#59636e,stroke-dasharray:4 3",
    };

    private static string OfType(StateType type) => type switch
    {
        StateType.Task => "fill:#f6f8fa,stroke:#0550ae,color:#1f2328",
        StateType.Choice => "fill:#f6f8fa,stroke:#6639ba,color:#1f2328",
        StateType.Wait => "fill:#f6f8fa,stroke:#7d4e00,color:#1f2328",
        StateType.Succeed => "fill:#f6f8fa,stroke:#116329,color:#1f2328",
        StateType.Fail => "fill:#f6f8fa,stroke:#a40e26,color:#1f2328",
        StateType.Parallel => "fill:#eaf7f8,stroke:#0b6e75,color:#1f2328",
        StateType.Map => "fill:#fbeff6,stroke:#99286e,color:#1f2328",
        _ => "fill:#f6f8fa,stroke:#57606a,color:#1f2328",
    };
}
