using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using LocalBridge.StatesLanguage.Drawing.Diagrams;

namespace LocalBridge.StatesLanguage.Drawing.Mermaid;

/// <summary>Writes a diagram as a Mermaid flowchart.</summary>
internal sealed class MermaidWriter
{
    private readonly StringBuilder _text = new();
    private readonly SortedDictionary<string, string> _classes = new(StringComparer.Ordinal);
    private readonly List<int> _takenLines = [];
    private readonly DrawingOptions _options;
    private int _lines;

    private MermaidWriter(DrawingOptions options)
    {
        _options = options;
    }

    private string Direction => _options.Direction == DrawingDirection.LeftToRight ? "LR" : "TB";

    internal static string Write(Diagram diagram, DrawingOptions options)
    {
        var writer = new MermaidWriter(options);
        writer.WriteAll(diagram);
        return writer._text.ToString();
    }

    private void WriteAll(Diagram diagram)
    {
        Line(0, "---");
        Line(0, $"title: \"{LabelText.Flatten(diagram.Title).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        Line(0, "---");
        Line(0, $"flowchart {Direction}");
        Line(1, $"accDescr: {LabelText.Flatten(diagram.Description)}");
        Line(1, "start_((\" \"))");
        WriteGraph(diagram.Graph, 1);
        foreach ((string name, string definition) in _classes)
        {
            Line(1, $"classDef {name} {definition}");
        }

        if (_takenLines.Count > 0)
        {
            Line(1, $"linkStyle {string.Join(',', _takenLines)} {MermaidStyle.TakenLine}");
        }
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
            WriteLink(depth, "start_", graph.Start.Id, "-->", label: null, graph.Start.Path is { Visits: > 0 });
        }

        foreach (DiagramEdge edge in graph.Edges)
        {
            // A line from a subgraph to itself breaks Mermaid, so that a group tells in its title that it repeats itself.
            if (edge.From != edge.To || edge.From!.Groups.IsEmpty)
            {
                WriteLink(depth, edge.From!.Id, edge.To!.Id, edge.Kind == DiagramEdgeKind.Catch ? "-.->" : "-->", edge.Label, edge.IsTaken);
            }
        }

        foreach (DiagramNode node in graph.Nodes)
        {
            if (node.NeedsEndMark)
            {
                Line(depth, $"{node.Id}e(((\" \")))");
                WriteLink(depth, node.Id, node.Id + "e", "-->", label: null, node.Path?.Status == Overlays.StateStatus.Succeeded);
            }

            foreach (string retry in node.Groups.IsEmpty ? node.Retries : [])
            {
                WriteLink(depth, node.Id, node.Id, "-.->", retry, isTaken: false);
            }
        }
    }

    private void WriteNode(DiagramNode node, int depth)
    {
        _classes[MermaidStyle.ClassOf(node)] = MermaidStyle.DefinitionOf(node);
        string label = $"{Escape(node.Name)}<br/><small>{Escape(LabelText.Shorten(node.Caption, _options.MaximumLabelLength))}</small>";
        if (node.Groups.IsEmpty)
        {
            (string open, string close) = MermaidStyle.ShapeOf(node.Type);
            Line(depth, $"{node.Id}{open}\"{label}\"{close}:::{MermaidStyle.ClassOf(node)}");
            return;
        }

        string loops = string.Concat(node.SelfLabels.Concat(node.Retries).Select(text => $"<br/><small>{Escape(LabelText.Shorten(text, _options.MaximumLabelLength))}</small>"));
        Line(depth, $"subgraph {node.Id}[\"{label}{loops}\"]");
        for (int i = 0; i < node.Groups.Length; i++)
        {
            Line(depth + 1, $"subgraph {node.Id}g{i.ToString(CultureInfo.InvariantCulture)}[\"{Escape(LabelText.Shorten(node.Groups[i].Label!, _options.MaximumLabelLength))}\"]");
            Line(depth + 2, $"direction {Direction}");
            WriteGraph(node.Groups[i], depth + 2);
            Line(depth + 1, "end");
        }

        Line(depth, "end");
        Line(depth, $"class {node.Id} {MermaidStyle.ClassOf(node)}");
    }

    private void WriteLink(int depth, string from, string to, string arrow, string? label, bool isTaken)
    {
        Line(depth, label is null ? $"{from} {arrow} {to}" : $"{from} {arrow}|\"{Escape(LabelText.Shorten(label, _options.MaximumLabelLength))}\"| {to}");
        if (isTaken)
        {
            _takenLines.Add(_lines);
        }

        _lines++;
    }

    private void Line(int depth, string text) => _text.Append(' ', depth * 2).Append(text).Append('\n');

    /// <summary>Mermaid has entities of its own, with <c>#</c> before and <c>;</c> behind; backticks would begin Markdown.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char character in LabelText.Flatten(text))
        {
            if (character is '"' or '#' or '<' or '>' or '&' or '`' or '\\' or '|' or ';' or '*' or '_' or '~')
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{(int)character};");
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }
}
