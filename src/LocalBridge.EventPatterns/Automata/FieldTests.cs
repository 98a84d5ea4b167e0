using LocalBridge.EventPatterns.Automata.Tables;
using LocalBridge.EventPatterns.Matching;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Automata;

/// <summary>All tests that any rule makes of the values at one path, arranged so that the cost of a value depends on the tests it passes.</summary>
/// <remarks>Frozen once the automaton is; an editor changes a copy (see the other part of this class), whose tables are copied when first changed.</remarks>
internal sealed partial class FieldTests
{
    private ByteTable? _texts;
    private ByteTable? _foldedTexts;
    private AffixTable? _prefixes;
    private AffixTable? _suffixes;
    private AffixTable? _foldedPrefixes;
    private AffixTable? _foldedSuffixes;
    private GramTable? _grams;
    private AddressTable? _addresses;
    private ByteTable? _numbers;
    private RangeTable? _ranges;
    private ByteTable? _numberTexts;
    private SinkStore _sinks;
    private int _true = Sink.None;
    private int _false = Sink.None;
    private int _null = Sink.None;

    /// <summary>The number of the path in its automaton.</summary>
    public int Path { get; }

    /// <summary>How many conditions there are on the path.</summary>
    public int ConditionCount { get; set; }

    /// <summary>How many of these accept what passes none of their tests, or an absence: then no value settles that nothing is satisfied.</summary>
    public int OpenConditionCount { get; set; }

    /// <summary>How many sub-rules need a value here.</summary>
    public int RequiredBy { get; set; }

    /// <summary>How many sub-rules may have to look at which array elements the values lie in.</summary>
    public int CoupledSubRules { get; set; }

    /// <summary>Conditions with a complement through which sub-rules are found.</summary>
    public GrowList<ComplementAnchor> ComplementAnchors = new();

    /// <summary>Conditions that accept absence through which sub-rules are found.</summary>
    public GrowList<int> AbsenceAnchors = new();

    /// <summary>How many numbers its grams have.</summary>
    public int GramCount => _grams?.GramCount ?? 0;

    public SinkStore Sinks => _sinks;

    /// <summary>Reports everything a value passes.</summary>
    public void Visit(scoped ref EventValue value, scoped ref ValueVisit visit)
    {
        switch (value.Kind)
        {
            case EventValueKind.String:
                VisitText(value.Text, ref visit);
                break;
            case EventValueKind.Number:
                VisitNumber(value.Raw, ref visit);
                break;
            default:
                int sink = value.Kind switch { EventValueKind.True => _true, EventValueKind.False => _false, _ => _null };
                if (sink >= 0)
                {
                    visit.Hit(sink);
                }

                break;
        }
    }

    private void VisitText(ReadOnlySpan<byte> text, scoped ref ValueVisit visit)
    {
        visit.Text = text;
        Visit(_texts, text, ref visit);
        _prefixes?.Visit(text, ref visit);
        _suffixes?.Visit(text, ref visit);
        _grams?.Visit(text, ref visit);
        if (_addresses is not null && IpAddress.TryParse(text, out IpAddress address))
        {
            _addresses.Visit(address, ref visit);
        }

        if (_foldedTexts is not null || _foldedPrefixes is not null || _foldedSuffixes is not null)
        {
            ReadOnlySpan<byte> folded = visit.Fold(text);
            Visit(_foldedTexts, folded, ref visit);
            _foldedPrefixes?.Visit(folded, ref visit);
            _foldedSuffixes?.Visit(folded, ref visit);
        }
    }

    private void VisitNumber(ReadOnlySpan<byte> text, scoped ref ValueVisit visit)
    {
        Visit(_numberTexts, text, ref visit);
        if ((_numbers is null && _ranges is null) || !ComparableNumber.TryRound(text, out double number, out PlainDecimal doubt))
        {
            return;
        }

        int sink = Sink.None;
        if (_numbers is not null)
        {
            ulong bits = BitConverter.DoubleToUInt64Bits(number);
            sink = _numbers.Find(bits, bits, sizeof(double));
        }

        // Most numbers are equal to none of those asked for, and then it does not matter whether they can be compared.
        if ((sink == Sink.None && _ranges is null) || !ComparableNumber.IsComparable(text, number, doubt))
        {
            return;
        }

        if (sink >= 0)
        {
            visit.Hit(sink);
        }

        _ranges?.Visit(number, ref visit);
    }

    private static void Visit(ByteTable? table, ReadOnlySpan<byte> key, scoped ref ValueVisit visit)
    {
        if (table is null)
        {
            return;
        }

        int sink = table.Find(key);
        if (sink >= 0)
        {
            visit.Hit(sink);
        }
    }
}
