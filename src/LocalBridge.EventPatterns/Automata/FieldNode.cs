using System.Runtime.CompilerServices;
using LocalBridge.EventPatterns.Automata.Tables;

namespace LocalBridge.EventPatterns.Automata;

/// <summary>A step of the paths that rules mention; steps are the parts between dots, whether the dots stand in a key or join keys.</summary>
internal sealed class FieldNode(object owner)
{
    private ByteTable? _names;
    private GrowList<FieldNode> _nodes = new();
    private bool _ownsChildren = true;

    // Which lengths and first bytes the names have, as bits; one that was removed may still be in them.
    private ulong _lengths;
    private ulong _firstBytes;

    /// <summary>Gets the editor that may change the node; <see langword="null"/> when it is frozen.</summary>
    public object? Owner { get; private set; } = owner;

    /// <summary>The tests of the values here, if a path ends here.</summary>
    public FieldTests? Tests { get; set; }

    public int ChildCount => _nodes.Count;

    /// <summary>How many times a sub-rule that may look at array elements mentions a path that runs through here.</summary>
    public int CoupledPaths { get; set; }

    public bool IsEmpty => Tests is null && ChildCount == 0;

    /// <summary>Whether a name of this length and first byte can be among those below; most names of an event cannot, and this is the cheapest way to say so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHave(int length, byte firstByte) => ((_lengths >> length) & (_firstBytes >> firstByte) & 1) != 0;

    public FieldNode? Find(ReadOnlySpan<byte> name)
    {
        int index = _names is null ? -1 : _names.Find(name);
        return index < 0 ? null : _nodes.Items[index];
    }

    public FieldNode Clone(object owner) =>
        new(owner) { _names = _names, _nodes = _nodes, _ownsChildren = false, _lengths = _lengths, _firstBytes = _firstBytes, Tests = Tests, CoupledPaths = CoupledPaths };

    /// <summary>Puts a node below this one in place of the one that had the name.</summary>
    public void Set(ReadOnlySpan<byte> name, FieldNode node)
    {
        OwnChildren();
        int index = _names!.Find(name);
        if (index >= 0)
        {
            _nodes[index] = node;
            return;
        }

        _names.Set(name, _nodes.Count);
        _nodes.Add(node);
        _lengths |= 1UL << name.Length;
        _firstBytes |= name.IsEmpty ? ulong.MaxValue : 1UL << name[0]; // shifts go by the lowest six bits
    }

    /// <summary>Removes the node of a name; the last node takes its place.</summary>
    /// <param name="name">The name.</param>
    public void Remove(ReadOnlySpan<byte> name)
    {
        OwnChildren();
        int index = _names!.Find(name);
        _names.Remove(name);
        int last = --_nodes.Count;
        if (index != last)
        {
            _names.Replace(last, index);
            _nodes[index] = _nodes[last];
        }

        _nodes[last] = null!;
    }

    public void Freeze()
    {
        _nodes.Trim();
        Owner = null;
    }

    private void OwnChildren()
    {
        if (!_ownsChildren)
        {
            _names = _names?.Clone();
            _nodes = _nodes.Clone();
            _ownsChildren = true;
        }

        _names ??= new ByteTable();
    }
}
