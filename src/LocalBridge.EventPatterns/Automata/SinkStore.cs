using LocalBridge.EventPatterns.Automata.Tables;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Automata;

/// <summary>The sinks of one field that are not plain numbers: lists of several, and sinks behind a further test.</summary>
internal sealed class SinkStore
{
    private readonly Stack<int> _freeLists = new();
    private readonly Stack<int> _freeGuards = new();
    private GrowList<SinkList> _lists;
    private GrowList<Guard> _guards;

    public SinkStore()
    {
        _lists = new();
        _guards = new();
    }

    private SinkStore(SinkStore source)
    {
        _lists = source._lists.Clone();
        _guards = source._guards.Clone();
        _freeLists = new(source._freeLists);
        _freeGuards = new(source._freeGuards);
    }

    public SinkStore Clone() => new(this);

    public ReadOnlySpan<int> List(int sink)
    {
        ref SinkList list = ref _lists[Sink.Id(sink)];
        return list.Items.AsSpan(0, list.Count);
    }

    /// <summary>What a text must hold for each member of a list to matter, in blocks of <see cref="GuardBlock.Size"/>; empty if no member asks for anything.</summary>
    public ReadOnlySpan<ulong> Signatures(int sink) => _lists[Sink.Id(sink)].Signatures;

    public ref readonly Guard GuardOf(int sink) => ref _guards[Sink.Id(sink)];

    /// <summary>One sink for two.</summary>
    public int Combine(int existing, int added)
    {
        if (existing == Sink.None)
        {
            return added;
        }

        if (Sink.Kind(existing) != Sink.ListKind)
        {
            SinkList pair = new() { Items = [existing, added], Count = 2, Signatures = [], Owner = this };
            Sign(ref pair, 0);
            Sign(ref pair, 1);
            return Sink.List(Take(ref _lists, _freeLists, pair));
        }

        ref SinkList list = ref Own(existing);
        if (list.Count == list.Items.Length)
        {
            Array.Resize(ref list.Items, list.Count * 2);
        }

        list.Items[list.Count] = added;
        Sign(ref list, list.Count++);
        return existing;
    }

    /// <summary>What is left of a sink when one of those it stands for goes.</summary>
    public int Without(int existing, int removed)
    {
        if (existing == removed)
        {
            return Sink.None;
        }

        ref SinkList list = ref Own(existing);
        int index = Array.IndexOf(list.Items, removed, 0, list.Count);
        list.Items[index] = list.Items[--list.Count];
        Sign(ref list, index);
        if (list.Count > 1)
        {
            return existing;
        }

        int last = list.Items[0];
        list = default;
        _freeLists.Push(Sink.Id(existing));
        return last;
    }

    public int AddGuard(TextGuard test, int sink) => Sink.Guard(Take(ref _guards, _freeGuards, new Guard(test, test.Signature, sink)));

    /// <summary>Finds a guard among what a sink stands for; <see cref="Sink.None"/> if it is not there.</summary>
    public int FindGuard(int existing, TextGuard test, int sink)
    {
        if (existing == Sink.None)
        {
            return Sink.None;
        }

        ReadOnlySpan<int> sinks = Sink.Kind(existing) == Sink.ListKind ? List(existing) : new ReadOnlySpan<int>(in existing);
        foreach (int candidate in sinks)
        {
            if (Sink.Kind(candidate) == Sink.GuardKind && GuardOf(candidate).Sink == sink && GuardOf(candidate).Test.Equals(test))
            {
                return candidate;
            }
        }

        return Sink.None;
    }

    public void RemoveGuard(int guard)
    {
        _guards[Sink.Id(guard)] = default;
        _freeGuards.Push(Sink.Id(guard));
    }

    public int CountOf(int sink) => sink == Sink.None ? 0 : Sink.Kind(sink) == Sink.ListKind ? List(sink).Length : 1;

    private static int Take<T>(ref GrowList<T> list, Stack<int> free, T item)
    {
        if (free.TryPop(out int id))
        {
            list[id] = item;
            return id;
        }

        list.Add(item);
        return list.Count - 1;
    }

    /// <summary>Writes down the signature of a member. A list without guards needs none.</summary>
    private void Sign(ref SinkList list, int index)
    {
        int sink = list.Items[index];
        ulong signature = Sink.Kind(sink) == Sink.GuardKind ? GuardOf(sink).Signature : 0;
        if (signature == 0 && list.Signatures.Length == 0)
        {
            return;
        }

        if (list.Signatures.Length <= index)
        {
            Array.Resize(ref list.Signatures, GuardBlock.RoundUp(list.Items.Length));
        }

        list.Signatures[index] = signature;
    }

    private ref SinkList Own(int sink)
    {
        ref SinkList list = ref _lists[Sink.Id(sink)];
        if (list.Owner != this)
        {
            list = new SinkList { Items = list.Items[..list.Count], Count = list.Count, Signatures = [.. list.Signatures], Owner = this };
        }

        return ref list;
    }

    /// <summary>A sink reached only if a text passes a test that no table can make.</summary>
    internal readonly record struct Guard(TextGuard Test, ulong Signature, int Sink);

    private struct SinkList
    {
        public int[] Items;
        public int Count;
        public ulong[] Signatures;

        /// <summary>The store that may change the items; others copy them first.</summary>
        public SinkStore Owner;
    }
}
