using LocalBridge.EventPatterns.Automata.Tables;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Automata;

/// <summary>Adding and removing tests. Only the editor that made a copy changes it.</summary>
internal sealed partial class FieldTests : IValueTests
{
    /// <summary>The tables that are this copy's own, while an editor is at work.</summary>
    private HashSet<object>? _owned;

    private int _sink;
    private bool _adds;

    /// <param name="path">The number of the path.</param>
    /// <param name="owner">The editor that may change the tests.</param>
    public FieldTests(int path, object owner)
    {
        Path = path;
        Owner = owner;
        _sinks = new SinkStore();
        Acquire(_sinks);
    }

    private FieldTests(FieldTests source, object owner)
    {
        Path = source.Path;
        Owner = owner;
        ConditionCount = source.ConditionCount;
        OpenConditionCount = source.OpenConditionCount;
        RequiredBy = source.RequiredBy;
        CoupledSubRules = source.CoupledSubRules;
        ComplementAnchors = source.ComplementAnchors.Clone();
        AbsenceAnchors = source.AbsenceAnchors.Clone();
        _texts = source._texts;
        _foldedTexts = source._foldedTexts;
        _prefixes = source._prefixes;
        _suffixes = source._suffixes;
        _foldedPrefixes = source._foldedPrefixes;
        _foldedSuffixes = source._foldedSuffixes;
        _grams = source._grams;
        _addresses = source._addresses;
        _numbers = source._numbers;
        _ranges = source._ranges;
        _numberTexts = source._numberTexts;
        _sinks = source._sinks;
        (_true, _false, _null) = (source._true, source._false, source._null);
    }

    /// <summary>Gets the editor that may change the tests; <see langword="null"/> when they are frozen.</summary>
    public object? Owner { get; private set; }

    public FieldTests Clone(object owner) => new(this, owner);

    /// <summary>Adds the tests of an operator, or removes them.</summary>
    public void Edit(ValueOperator alternative, int sink, bool adds)
    {
        _sink = sink;
        _adds = adds;
        alternative.Describe(this);
    }

    public void Freeze()
    {
        _ranges?.Freeze();
        _owned = null;
        ComplementAnchors.Trim();
        AbsenceAnchors.Trim();
        Owner = null;
    }

    public void Text(ReadOnlySpan<byte> text) => EditKey(Own(ref _texts, table => table.Clone(), () => new ByteTable()), text, ref _texts);

    public void Prefix(ReadOnlySpan<byte> text) => EditKey(OwnPrefixes(), text, ref _prefixes);

    public void Suffix(ReadOnlySpan<byte> text) => EditKey(OwnSuffixes(), text, ref _suffixes);

    public void FoldedText(FoldedText text)
    {
        if (text.IsAllAscii)
        {
            EditKey(Own(ref _foldedTexts, table => table.Clone(), () => new ByteTable()), text.AsciiStart(), ref _foldedTexts);
        }
        else
        {
            GuardStart(text, new FoldedGuard(text, FoldedGuard.Place.Whole));
        }
    }

    public void FoldedPrefix(FoldedText text)
    {
        if (text.IsAllAscii)
        {
            EditKey(OwnFoldedPrefixes(), text.AsciiStart(), ref _foldedPrefixes);
        }
        else
        {
            GuardStart(text, new FoldedGuard(text, FoldedGuard.Place.Start));
        }
    }

    public void FoldedSuffix(FoldedText text)
    {
        byte[] end = text.AsciiEnd();
        FoldedGuard guard = new(text, FoldedGuard.Place.End);
        if (text.IsAllAscii)
        {
            EditKey(OwnFoldedSuffixes(), end, ref _foldedSuffixes);
        }
        else if (end.Length > 0)
        {
            EditGuard(OwnFoldedSuffixes(), end, guard, ref _foldedSuffixes);
        }
        else
        {
            EditGuard(OwnSuffixes(), text.Last.Lower, guard, ref _suffixes);
            if (!text.Last.Lower.AsSpan().SequenceEqual(text.Last.Upper))
            {
                EditGuard(OwnSuffixes(), text.Last.Upper, guard, ref _suffixes);
            }
        }
    }

    public void Address(IpAddress network, int networkBits)
    {
        AddressTable table = Own(ref _addresses, table => table.Clone(), () => new AddressTable());
        int sink = Edited(table.Find(network, networkBits));
        if (sink >= 0)
        {
            table.Set(network, networkBits, sink);
            return;
        }

        table.Remove(network, networkBits);
        _addresses = table.IsEmpty ? null : table;
    }

    public void Number(double lower, double upper)
    {
        if (lower == upper)
        {
            Span<byte> bits = stackalloc byte[sizeof(double)];
            BitConverter.TryWriteBytes(bits, lower);
            EditKey(Own(ref _numbers, table => table.Clone(), () => new ByteTable()), bits, ref _numbers);
            return;
        }

        RangeTable table = Own(ref _ranges, table => table.Clone(), () => new RangeTable());
        if (_adds)
        {
            table.Add(lower, upper, _sink);
        }
        else
        {
            table.Remove(lower, upper, _sink);
            _ranges = table.Count == 0 ? null : table;
        }
    }

    public void NumberText(ReadOnlySpan<byte> text) => EditKey(Own(ref _numberTexts, table => table.Clone(), () => new ByteTable()), text, ref _numberTexts);

    public void Literal(EventValueKind literal)
    {
        ref int sink = ref literal == EventValueKind.True ? ref _true : ref literal == EventValueKind.False ? ref _false : ref _null;
        sink = Edited(sink);
    }

    private AffixTable OwnPrefixes() => Own(ref _prefixes, table => table.Clone(), () => new AffixTable(isSuffix: false));

    private AffixTable OwnSuffixes() => Own(ref _suffixes, table => table.Clone(), () => new AffixTable(isSuffix: true));

    private AffixTable OwnFoldedPrefixes() => Own(ref _foldedPrefixes, table => table.Clone(), () => new AffixTable(isSuffix: false));

    private AffixTable OwnFoldedSuffixes() => Own(ref _foldedSuffixes, table => table.Clone(), () => new AffixTable(isSuffix: true));

    /// <summary>A text whose case is not all in ASCII is found by its start, as far as that is in ASCII, or else by its first character.</summary>
    private void GuardStart(FoldedText text, FoldedGuard guard)
    {
        byte[] start = text.AsciiStart();
        if (start.Length > 0)
        {
            EditGuard(OwnFoldedPrefixes(), start, guard, ref _foldedPrefixes);
            return;
        }

        EditGuard(OwnPrefixes(), text.First.Lower, guard, ref _prefixes);
        if (!text.First.Lower.AsSpan().SequenceEqual(text.First.Upper))
        {
            EditGuard(OwnPrefixes(), text.First.Upper, guard, ref _prefixes);
        }
    }

    private bool HasGuard(IKeyTable table, byte[] key, TextGuard guard) => _sinks.FindGuard(table.Find(key), guard, _sink) != Sink.None;

    private void EditGuard<TTable>(TTable table, ReadOnlySpan<byte> key, TextGuard guard, ref TTable? field)
        where TTable : class, IKeyTable
    {
        int plain = _sink;
        if (_adds)
        {
            _sink = OwnSinks().AddGuard(guard, plain);
            EditKey(table, key, ref field);
        }
        else
        {
            _sink = OwnSinks().FindGuard(table.Find(key), guard, plain);
            EditKey(table, key, ref field);
            _sinks.RemoveGuard(_sink);
        }

        _sink = plain;
    }

    private void EditKey<TTable>(TTable table, ReadOnlySpan<byte> key, ref TTable? field)
        where TTable : class, IKeyTable
    {
        int sink = Edited(table.Find(key));
        if (sink >= 0)
        {
            table.Set(key, sink);
            return;
        }

        table.Remove(key);
        field = table.Count == 0 ? null : table;
    }

    private int Edited(int existing) => _adds ? OwnSinks().Combine(existing, _sink) : OwnSinks().Without(existing, _sink);

    private SinkStore OwnSinks()
    {
        if (_owned?.Contains(_sinks) != true)
        {
            _sinks = _sinks.Clone();
            Acquire(_sinks);
        }

        return _sinks;
    }

    private TTable Own<TTable>(ref TTable? table, Func<TTable, TTable> clone, Func<TTable> create)
        where TTable : class
    {
        if (table is null || _owned?.Contains(table) != true)
        {
            table = table is null ? create() : clone(table);
            Acquire(table);
        }

        return table;
    }

    private void Acquire(object table)
    {
        _owned ??= new HashSet<object>(ReferenceEqualityComparer.Instance);
        _owned.Add(table);
    }
}
