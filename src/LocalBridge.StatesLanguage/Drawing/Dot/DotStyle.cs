using LocalBridge.StatesLanguage.Drawing.Diagrams;
using LocalBridge.StatesLanguage.Drawing.Overlays;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Drawing.Dot;

/// <summary>The looks of a Graphviz graph.</summary>
internal static class DotStyle
{
    internal const string Graph = "bgcolor=\"white\", compound=true, nodesep=0.4, ranksep=0.5";
    internal const string Node = "shape=box, style=\"rounded,filled\", fillcolor=\"#f6f8fa\", fontcolor=\"#1f2328\", fontsize=12";
    internal const string Edge = "color=\"#6e7781\", fontcolor=\"#59636e\", fontsize=10";
    internal const string Catch = "style=dashed";
    internal const string Taken = "color=\"#1a7f37\", penwidth=2.5";
    internal const string StartMark = "shape=circle, style=filled, fillcolor=\"#6e7781\", color=\"#6e7781\", label=\"\", width=0.18, fixedsize=true";
    internal const string EndMark = "shape=doublecircle, style=filled, fillcolor=\"#6e7781\", color=\"#6e7781\", label=\"\", width=0.12, fixedsize=true";

    internal static string ShapeOf(StateType type) => type switch
    {
        StateType.Choice => "shape=hexagon, style=filled",
        StateType.Succeed or StateType.Fail => "shape=oval",
        _ => "shape=box",
    };

    internal static string ColoursOf(DiagramNode node) => node.Path?.Status switch
    {
        StateStatus.Succeeded => "color=\"#1a7f37\", fillcolor=\"#dafbe1\"",
        StateStatus.Caught => "color=\"#9a5b00\", fillcolor=\"#fff1cc\"",
        StateStatus.Failed => "color=\"#cf222e\", fillcolor=\"#ffebe9\"",
        StateStatus.Aborted => "color=\"#6639ba\", fillcolor=\"#f4ecff\"",
        StateStatus.Running => "color=\"#0969da\", fillcolor=\"#ddf4ff\"",
        StateStatus.NotReached => "color=\"#6e7781\", fillcolor=\"#f6f8fa\", fontcolor=\"#59636e\", style=\"rounded,filled,dashed\"",
        _ => node.Type switch
        {
            StateType.Task => "color=\"#0550ae\"",
            StateType.Choice => "color=\"#6639ba\"",
            StateType.Wait => "color=\"#7d4e00\"",
            StateType.Succeed => "color=\"#116329\"",
            StateType.Fail => "color=\"#a40e26\"",
            StateType.Parallel => "color=\"#0b6e75\", fillcolor=\"#eaf7f8\"",
            StateType.Map => "color=\"#99286e\", fillcolor=\"#fbeff6\"",
            _ => "color=\"#57606a\"",
        },
    };
}
