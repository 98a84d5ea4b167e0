using System.Collections.Immutable;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Compiled;

/// <summary>Builds the tree of steps from the paths of a pattern.</summary>
internal sealed class PathTree
{
    private readonly List<Step> _steps = [new Step()];

    /// <summary>Node 0 is the root.</summary>
    public static ImmutableArray<PathNode> Build(ImmutableArray<FieldPath> paths)
    {
        PathTree tree = new();
        for (int i = 0; i < paths.Length; i++)
        {
            tree.Add(paths[i].Name, i);
        }

        return [.. tree._steps.Select(Freeze)];
    }

    private void Add(string path, int pathId)
    {
        int current = 0;
        foreach (string name in path.Split('.'))
        {
            if (!_steps[current].Below.TryGetValue(name, out int next))
            {
                next = _steps.Count;
                _steps[current].Below.Add(name, next);
                _steps.Add(new Step());
            }

            current = next;
        }

        _steps[current].PathId = pathId;
    }

    private static PathNode Freeze(Step step)
    {
        (byte[] Name, int Node)[] below = [.. step.Below.Select(entry => (LenientUtf8.GetBytes(entry.Key), entry.Value))];
        Array.Sort(below, (left, right) => PathNode.Compare(left.Name, right.Name));
        return new PathNode
        {
            PathId = step.PathId,
            Names = [.. below.Select(entry => entry.Name)],
            Children = [.. below.Select(entry => entry.Node)],
        };
    }

    private sealed class Step
    {
        public int PathId { get; set; } = -1;

        public Dictionary<string, int> Below { get; } = new(StringComparer.Ordinal);
    }
}
