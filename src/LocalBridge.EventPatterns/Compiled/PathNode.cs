using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Compiled;

/// <summary>A step of the paths a pattern mentions; steps are the parts between dots, whether the dots stand in a key or join keys.</summary>
internal sealed class PathNode
{
    /// <summary>The path ending here, or -1.</summary>
    public int PathId { get; init; } = -1;

    /// <summary>Names of the steps below, in UTF-8, ordered by length so that most are told apart without a comparison.</summary>
    public required ImmutableArray<byte[]> Names { get; init; }

    /// <summary>Nodes of the steps below, parallel to <see cref="Names"/>.</summary>
    public required ImmutableArray<int> Children { get; init; }

    public bool HasChildren => Children.Length > 0;

    /// <summary>The node below with this name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte[]> names = Names.AsSpan();
        int low = 0;
        int high = names.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            int order = Compare(names[middle], name);
            if (order == 0)
            {
                return Children[middle];
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return -1;
    }

    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
}
