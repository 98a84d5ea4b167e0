using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using LocalBridge.StatesLanguage.Drawing.Diagrams;

namespace LocalBridge.StatesLanguage.Drawing.Dot;

/// <summary>Writes a diagram in the language of Graphviz. A state with branches is a cluster: a line to it goes to a state inside and is cut
/// at the cluster's border (<c>lhead</c>, <c>ltail</c>).</summary>
internal sealed class DotWriter
{
    private readonly StringBuilder _text = new();
    private readonly DrawingOptions _options;

    private DotWriter(DrawingOptions options)
    {
        _options = options;
    }

    internal static string Write(Diagram diagram, DrawingOptions options)
    {
        var writer = new DotWriter(options);
        string direction = options.Direction == DrawingDirection.LeftToRight ? "LR" : "TB";
        string font = $"fontname={Quote(options.FontFamily.Split(',')[0].Trim().Trim('\''))}";
        writer.Line(0, "digraph {");
        writer.Line(1, $"graph [label={Quote(diagram.Title)}, labelloc=t, rankdir={direction}, {DotStyle.Graph}, {font}];");
        writer.Line(1, $"node [{DotStyle.Node}, {font}];");
        writer.Line(1, $"edge [{DotStyle.Edge}, {font}];");
        writer.Line(1, $"start [{DotStyle.StartMark}];");
        writer.WriteGraph(diagram.Graph, 1);
        writer.Line(0, "}");
        return writer._text.ToString();
    }

    private void WriteGraph(DiagramGraph graph, int depth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (DiagramNode node in graph.Nodes)
        {
            WriteNode(node, depth);
        }

        if (graph.Label is null)
        {
            WriteEdge(depth, "start", Entry(graph.Start), Head(graph.Start), label: null, isCatch: false, graph.Start.Path is { Visits: > 0 });
        }

        foreach (DiagramEdge edge in graph.Edges)
        {
            // A line from a cluster to itself cannot be cut at its border; the cluster's label tells that it repeats itself.
            if (edge.From != edge.To || edge.From!.Groups.IsEmpty)
            {
                WriteEdge(depth, Exit(edge.From!), Entry(edge.To!), Tail(edge.From!) + Head(edge.To!), edge.Label, edge.Kind == DiagramEdgeKind.Catch, edge.IsTaken);
            }
        }

        foreach (DiagramNode node in graph.Nodes)
        {
            if (node.NeedsEndMark)
            {
                Line(depth, $"{node.Id}e [{DotStyle.EndMark}];");
                WriteEdge(depth, Exit(node), node.Id + "e", Tail(node), label: null, isCatch: false, node.Path?.Status == Overlays.StateStatus.Succeeded);
            }

            foreach (string retry in node.Groups.IsEmpty ? node.Retries : [])
            {
                WriteEdge(depth, node.Id, node.Id, string.Empty, retry, isCatch: true, isTaken: false);
            }
        }
    }

    private void WriteNode(DiagramNode node, int depth)
    {
        string label = $"{node.Name}\n{LabelText.Shorten(node.Caption, _options.MaximumLabelLength)}";
        if (node.Groups.IsEmpty)
        {
            Line(depth, $"{node.Id} [label={Quote(label)}, {DotStyle.ShapeOf(node.Type)}, {DotStyle.ColoursOf(node)}];");
            return;
        }

        string loops = string.Concat(node.SelfLabels.Concat(node.Retries).Select(text => "\n" + LabelText.Shorten(text, _options.MaximumLabelLength)));
        Line(depth, $"subgraph cluster_{node.Id} {{");
        Line(depth + 1, $"label={Quote(label + loops)}; style=\"rounded,filled\"; {DotStyle.ColoursOf(node).Replace(", ", "; ", StringComparison.Ordinal)};");
        for (int i = 0; i < node.Groups.Length; i++)
        {
            Line(depth + 1, $"subgraph cluster_{node.Id}_{i.ToString(CultureInfo.InvariantCulture)} {{");
            Line(depth + 2, $"label={Quote(LabelText.Shorten(node.Groups[i].Label!, _options.MaximumLabelLength))}; style=\"dashed\"; color=\"#afb8c1\";");
            WriteGraph(node.Groups[i], depth + 2);
            Line(depth + 1, "}");
        }

        Line(depth, "}");
    }

    private void WriteEdge(int depth, string from, string to, string ends, string? label, bool isCatch, bool isTaken)
    {
        var attributes = new List<string>();
        if (label is not null)
        {
            attributes.Add($"label={Quote(LabelText.Shorten(label, _options.MaximumLabelLength))}");
        }

        if (isCatch)
        {
            attributes.Add(DotStyle.Catch);
        }

        if (isTaken)
        {
            attributes.Add(DotStyle.Taken);
        }

        string all = string.Join(", ", attributes) + (attributes.Count == 0 ? ends.TrimStart(',', ' ') : ends);
        Line(depth, all.Length == 0 ? $"{from} -> {to};" : $"{from} -> {to} [{all}];");
    }

    private static string Entry(DiagramNode node) => node.Groups.IsEmpty ? node.Id : Entry(node.Groups[0].Start);

    private static string Exit(DiagramNode node) =>
        node.Groups.IsEmpty ? node.Id : Exit(node.Groups[0].Nodes.LastOrDefault(static inner => inner.IsEnd) ?? node.Groups[0].Start);

    private static string Head(DiagramNode node) => node.Groups.IsEmpty ? string.Empty : $", lhead=cluster_{node.Id}";

    private static string Tail(DiagramNode node) => node.Groups.IsEmpty ? string.Empty : $", ltail=cluster_{node.Id}";

    private void Line(int depth, string text) => _text.Append(' ', depth * 2).Append(text).Append('\n');

    /// <summary>Quotes a text; its lines are the only thing that is not literal.</summary>
    private static string Quote(string text)
    {
        IEnumerable<string> lines = text.Split('\n').Select(static line =>
            LabelText.Flatten(line).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal));
        return $"\"{string.Join("\\n", lines)}\"";
    }
}
