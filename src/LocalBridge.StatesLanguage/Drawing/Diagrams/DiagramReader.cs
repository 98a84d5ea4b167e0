using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using LocalBridge.StatesLanguage.Choices;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Drawing.Overlays;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Parallels;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Drawing.Diagrams;

/// <summary>Reads from a definition what there is to draw.</summary>
internal sealed class DiagramReader
{
    // Longer lists of errors would push the states apart.
    private const int MostErrors = 2;

    private readonly DrawingOptions _options;
    private readonly ExecutionPath? _path;
    private int _states;

    private DiagramReader(DrawingOptions options, ExecutionPath? path)
    {
        _options = options;
        _path = path;
    }

    internal static Diagram Read(StateMachineDefinition definition, DrawingOptions options)
    {
        ExecutionPath? path = options.History.IsDefaultOrEmpty ? null : ExecutionPathReader.Read(options.History);
        var reader = new DiagramReader(options, path);
        DiagramGraph graph = reader.ReadGraph(definition.Graph, label: null);
        string title = options.Title ?? FirstLine(definition.Comment) ?? "State machine";
        string description = $"A state machine of {reader._states} states that starts with '{definition.Graph.StartAt}'.";
        return new Diagram(title, path is null ? description : $"{description} {path.Describe()}", graph, path is not null);
    }

    private static string? FirstLine(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim().Split('\n', 2)[0].TrimEnd();

    private DiagramGraph ReadGraph(StateGraph graph, string? label)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var nodes = new Dictionary<string, DiagramNode>(StringComparer.Ordinal);
        foreach (State state in graph.States)
        {
            nodes.Add(state.Name, ReadNode(state));
        }

        ImmutableArray<DiagramEdge>.Builder edges = ImmutableArray.CreateBuilder<DiagramEdge>();
        foreach (State state in graph.States)
        {
            ReadEdges(state, nodes, edges);
        }

        return new DiagramGraph(label, [.. graph.States.Select(state => nodes[state.Name])], nodes[graph.StartAt], edges.ToImmutable());
    }

    private DiagramNode ReadNode(State state)
    {
        int number = _states++;
        return new DiagramNode
        {
            Id = $"s{number}",
            Name = state.Name,
            Type = state.Type,
            Caption = StateCaption.Of(state),
            Comment = state.Comment,
            IsEnd = state.Next is null && state is not ChoiceState,
            Groups = state switch
            {
                ParallelState parallel => [.. parallel.Branches.Select((branch, i) => ReadGraph(branch, branch.Comment ?? $"Branch {i + 1}"))],
                MapState map => [ReadGraph(map.Processor, map.Processor.Comment ?? (map.ItemBatcher is null ? "Each item" : "Each batch"))],
                _ => [],
            },
            Retries = _options.ShowRetries ? [.. state.Retry.Select(DescribeRetrier)] : [],
            Path = _path?.Of(state.Name),
        };
    }

    private void ReadEdges(State state, Dictionary<string, DiagramNode> nodes, ImmutableArray<DiagramEdge>.Builder edges)
    {
        DiagramNode from = nodes[state.Name];
        if (state is ChoiceState choice)
        {
            foreach (ChoiceBranch branch in choice.Choices)
            {
                Add(branch.Next, DiagramEdgeKind.Choice, branch.Comment ?? ChoiceRuleText.Of(branch.Rule));
            }

            if (choice.Default is not null)
            {
                Add(choice.Default, DiagramEdgeKind.Default, "Default");
            }
        }
        else if (state.Next is not null)
        {
            Add(state.Next, DiagramEdgeKind.Next, label: null);
        }

        foreach (Catcher catcher in state.Catch)
        {
            Add(catcher.Next, DiagramEdgeKind.Catch, "Catch " + DescribeErrors(catcher.ErrorEquals));
        }

        void Add(string to, DiagramEdgeKind kind, string? label)
        {
            if (to == state.Name)
            {
                from.SelfLabels.Add(label ?? "Next");
            }

            edges.Add(new DiagramEdge(from, nodes[to], kind, label, _path?.Took(state.Name, to, kind == DiagramEdgeKind.Catch) == true));
        }
    }

    private static string DescribeRetrier(Retrier retrier) => retrier.MaxAttempts == 0
        ? $"No retry: {DescribeErrors(retrier.ErrorEquals)}"
        : string.Create(CultureInfo.InvariantCulture, $"Retry {retrier.MaxAttempts}×: {DescribeErrors(retrier.ErrorEquals)}");

    private static string DescribeErrors(ImmutableArray<string> errors) =>
        errors is [ErrorNames.All] ? "any error"
        : errors.Length <= MostErrors ? string.Join(", ", errors)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", errors.Take(MostErrors - 1))} and {errors.Length - MostErrors + 1} more");
}
