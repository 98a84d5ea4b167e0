using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Automata;

/// <summary>The tree of steps: nodes on a changed path are copied, all others shared.</summary>
internal sealed partial class AutomatonEditor
{
    /// <summary>Makes all nodes of a path this editor's own.</summary>
    /// <param name="path">The path, its steps joined with dots.</param>
    /// <param name="coupled">How many more coupled sub-rules mention the path.</param>
    /// <returns>The last node.</returns>
    private FieldNode OwnPath(string path, int coupled)
    {
        if (_root.Owner != this)
        {
            _root = Changed(_root.Clone(this));
        }

        FieldNode node = _root;
        node.CoupledPaths += coupled;
        foreach (Range range in path.AsSpan().Split('.'))
        {
            byte[] name = LenientUtf8.GetBytes(path[range]);
            FieldNode? next = node.Find(name);
            if (next?.Owner != this)
            {
                next = Changed(next is null ? new FieldNode(this) : next.Clone(this));
                node.Set(name, next);
            }

            next.CoupledPaths += coupled;
            node = next;
        }

        return node;
    }

    private FieldTests OwnTests(FieldNode leaf)
    {
        FieldTests? tests = leaf.Tests;
        if (tests?.Owner == this)
        {
            return tests;
        }

        tests = tests is null ? new FieldTests(Take(_gaps.Paths, ref _paths, null), this) : tests.Clone(this);
        _changedTests.Add(tests);
        _paths[tests.Path] = tests;
        leaf.Tests = tests;
        return tests;
    }

    /// <summary>Removes the tests of a path, and the nodes that lead nowhere then.</summary>
    private void RemovePath(string path)
    {
        List<(FieldNode Parent, byte[] Name)> steps = [];
        FieldNode node = _root;
        foreach (Range range in path.AsSpan().Split('.'))
        {
            byte[] name = LenientUtf8.GetBytes(path[range]);
            steps.Add((node, name));
            node = node.Find(name)!;
        }

        node.Tests = null;
        for (int i = steps.Count - 1; i >= 0 && node.IsEmpty; i--)
        {
            steps[i].Parent.Remove(steps[i].Name);
            node = steps[i].Parent;
        }
    }

    private FieldNode Changed(FieldNode node)
    {
        _changedNodes.Add(node);
        return node;
    }
}
