using System.Numerics;
using System.Runtime.CompilerServices;
using LocalBridge.EventPatterns.Automata;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>Takes down which tests of a field a value passes.</summary>
internal ref struct ValueVisit
{
    private readonly FieldTests _tests;
    private readonly MatchScratch _scratch;
    private readonly uint _flags;
    private ulong _signature;
    private bool _hasSignature;

    /// <param name="tests">The tests.</param>
    /// <param name="scratch">What is told of the conditions.</param>
    /// <param name="flags">Where the value lies; 0 to note the sinks themselves instead of their meaning.</param>
    public ValueVisit(FieldTests tests, MatchScratch scratch, uint flags)
    {
        _tests = tests;
        _scratch = scratch;
        _flags = flags;
    }

    /// <summary>The characters of a string, for tests that no table can make.</summary>
    public ReadOnlySpan<byte> Text { get; set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hit(int sink)
    {
        if (Sink.Kind(sink) == Sink.ConditionKind && _flags != 0)
        {
            _scratch.Satisfy(Sink.Id(sink), _flags);
        }
        else
        {
            HitOther(sink);
        }
    }

    /// <summary>The signature of the text, made when first asked for.</summary>
    private ulong Signature
    {
        get
        {
            if (!_hasSignature)
            {
                _signature = TextSignature.Of(Text);
                _hasSignature = true;
            }

            return _signature;
        }
    }

    public readonly bool IsFirst(int gram) => _scratch.IsFirst(gram);

    /// <summary>The text with its ASCII letters in lower case.</summary>
    public readonly ReadOnlySpan<byte> Fold(ReadOnlySpan<byte> text)
    {
        Span<byte> folded = _scratch.FoldBuffer(text.Length)[..text.Length];
        AsciiCase.ToLower(text, folded);
        return folded;
    }

    private void HitOther(int sink)
    {
        switch (Sink.Kind(sink))
        {
            case Sink.ListKind:
                HitList(_tests.Sinks.List(sink), _tests.Sinks.Signatures(sink));
                break;
            case Sink.GuardKind:
                ref readonly SinkStore.Guard guard = ref _tests.Sinks.GuardOf(sink);
                if ((guard.Signature & ~Signature) == 0 && guard.Test.Accepts(Text))
                {
                    Hit(guard.Sink);
                }

                break;
            default:
                if (_flags == 0)
                {
                    _scratch.Hits.Add(sink);
                }
                else
                {
                    _scratch.Exclude(Sink.Id(sink), _flags);
                }

                break;
        }
    }

    private void HitList(ReadOnlySpan<int> members, ReadOnlySpan<ulong> signatures)
    {
        if (signatures.IsEmpty)
        {
            foreach (int member in members)
            {
                Hit(member);
            }

            return;
        }

        for (int block = 0; block < members.Length; block += GuardBlock.Size)
        {
            uint rest = GuardBlock.Accepted(signatures, block, Signature) & ((1u << Math.Min(members.Length - block, GuardBlock.Size)) - 1);
            for (; rest != 0; rest &= rest - 1)
            {
                int member = members[block + BitOperations.TrailingZeroCount(rest)];
                if (Sink.Kind(member) != Sink.GuardKind)
                {
                    Hit(member);
                    continue;
                }

                ref readonly SinkStore.Guard guard = ref _tests.Sinks.GuardOf(member);
                if (guard.Test.Accepts(Text))
                {
                    Hit(guard.Sink);
                }
            }
        }
    }
}
