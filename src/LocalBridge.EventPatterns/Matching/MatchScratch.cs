using System.Runtime.CompilerServices;
using LocalBridge.EventPatterns.Automata;
using LocalBridge.EventPatterns.Automata.Tables;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>What one thread writes while it matches an event. Nothing in it is cleared between events: stamps tell old entries from those of this event.</summary>
internal sealed partial class MatchScratch
{
    /// <summary>The value lies outside arrays of objects: it combines with all others.</summary>
    public const uint Free = 1;

    /// <summary>There is such a value, wherever it lies.</summary>
    public const uint Anywhere = 2;

    /// <summary>Stamps of conditions carry the two flags above in their lowest bits.</summary>
    private const uint EpochStep = 4;

    /// <summary>Scratch of this many conditions or records is not kept.</summary>
    private const int LargestKept = 1 << 20;

    /// <summary>No state: whatever is in it is stale to the next event. It spares each match an allocation.</summary>
    [ThreadStatic]
    private static MatchScratch? _ofThread;

    private uint _epoch;
    private ulong _sequence;
    private uint[] _conditions = [];
    private uint[] _rules = [];
    private ComplementState[] _complements = [];
    private PathState[] _paths = [];
    private ulong[] _grams = [];

    public Automaton Automaton { get; private set; } = Automaton.Empty;

    /// <summary>Satisfied conditions through which sub-rules are found.</summary>
    public GrowList<int> Anchors = new();

    /// <summary>Paths with values at which sub-rules are found through complements.</summary>
    public GrowList<int> ComplementPaths = new();

    /// <summary>The rules that match.</summary>
    public GrowList<int> Matches = new();

    /// <summary>How often a condition was satisfied for the first time, or for the first time by a free value.</summary>
    public int Progress { get; private set; }

    /// <summary>How many conditions are satisfied by free values.</summary>
    public int FreeCount { get; private set; }

    /// <summary>Takes the scratch of this thread and prepares it.</summary>
    public static MatchScratch Begin(Automaton automaton)
    {
        MatchScratch scratch = _ofThread ?? new MatchScratch();
        _ofThread = null;
        scratch.Prepare(automaton);
        return scratch;
    }

    /// <summary>Gives the scratch back to its thread.</summary>
    public void End()
    {
        Automaton = Automaton.Empty;
        if (_conditions.Length <= LargestKept && LargestArray <= LargestKept)
        {
            _ofThread = this;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Satisfy(int condition, uint flags)
    {
        int target = Automaton.Anchors.Items[condition];
        if (AnchorTarget.IsRule(target) && Seen is null)
        {
            ReportFor(AnchorTarget.Rule(target), flags);
            return;
        }

        ref uint stamp = ref _conditions[condition];
        uint before = stamp >= _epoch ? stamp - _epoch : 0;
        uint after = before | flags;
        if (after == before)
        {
            return;
        }

        stamp = _epoch + after;
        Progress++;
        FreeCount += (int)((after & ~before) & Free);
        if (before == 0 && target >= 0)
        {
            Anchors.Add(condition);
        }
    }

    /// <summary>Reports a rule of which a condition is all it asks for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReportFor(int rule, uint flags)
    {
        if (IsNew(rule))
        {
            Progress++;
            FreeCount += (int)(flags & Free);
            Report(rule);
        }
    }

    /// <summary>Notes that the current value is excluded by a complement. A value is excluded from a condition when all its complements exclude it.</summary>
    public void Exclude(int complement, uint flags)
    {
        ref ComplementState own = ref _complements[complement];
        if (own.SeenIn == _sequence)
        {
            return;
        }

        own.SeenIn = _sequence;
        ref ConditionInfo condition = ref Automaton.Conditions.Items[Automaton.Complements.Items[complement].Condition];
        ref ComplementState state = ref _complements[condition.FirstComplement];
        if (state.CountedIn != _sequence)
        {
            state.CountedIn = _sequence;
            state.Excluding = 0;
        }

        if (++state.Excluding < condition.ComplementCount)
        {
            return;
        }

        if (state.Epoch != _epoch)
        {
            (state.Epoch, state.ExcludedFree, state.ExcludedAnywhere) = (_epoch, 0, 0);
        }

        state.ExcludedAnywhere++;
        state.ExcludedFree += (int)(flags & Free);
    }

    /// <summary>Notes that there is a value at a path, and starts a new value.</summary>
    public void CountValue(FieldTests tests, uint flags)
    {
        _sequence++;
        ref PathState path = ref _paths[tests.Path];
        if (path.Epoch != _epoch)
        {
            path = new PathState { Epoch = _epoch };
            if (tests.ComplementAnchors.Count > 0)
            {
                ComplementPaths.Add(tests.Path);
            }
        }

        path.Anywhere++;
        path.Free += (int)(flags & Free);
    }

    /// <summary>Starts a value that is not counted.</summary>
    public void StartValue() => _sequence++;

    /// <summary>Whether a gram comes up for the first time in the current value.</summary>
    public bool IsFirst(int gram)
    {
        bool first = _grams[gram] != _sequence;
        _grams[gram] = _sequence;
        return first;
    }

    /// <summary>Whether a rule comes up as a match for the first time.</summary>
    public bool IsNew(int rule) => _rules[rule] != _epoch;

    public void Report(int rule)
    {
        _rules[rule] = _epoch;
        Matches.Add(rule);
    }

    /// <summary>How many values outside arrays of objects a path has.</summary>
    public int FreeValues(int path) => _paths[path].Epoch == _epoch ? _paths[path].Free : 0;

    public int ValuesAnywhere(int path) => _paths[path].Epoch == _epoch ? _paths[path].Anywhere : 0;

    /// <summary>Whether a condition with complements is satisfied by one of so many values.</summary>
    public bool IsSatisfied(ComplementAnchor anchor, int values)
    {
        ref readonly ComplementState state = ref _complements[anchor.Complement];
        return state.Epoch != _epoch || state.ExcludedAnywhere < values || _conditions[anchor.Condition] > _epoch;
    }

    /// <summary>Whether a condition by itself is satisfied: by some value, or because there is none at all.</summary>
    public bool IsSatisfied(int condition)
    {
        if (_conditions[condition] > _epoch)
        {
            return true;
        }

        ref readonly ConditionInfo info = ref Automaton.Conditions.Items[condition];
        if (!info.IsOpen)
        {
            return false;
        }

        int values = ValuesAnywhere(info.Path);
        return values == 0
            ? info.AcceptsAbsence
            : info.ComplementCount > 0 && (_complements[info.FirstComplement].Epoch != _epoch || _complements[info.FirstComplement].ExcludedAnywhere < values);
    }

    /// <summary>Whether a value outside arrays of objects satisfies a condition.</summary>
    public bool IsAcceptedFreely(int condition)
    {
        if (_conditions[condition] > _epoch && ((_conditions[condition] - _epoch) & Free) != 0)
        {
            return true;
        }

        ref readonly ConditionInfo info = ref Automaton.Conditions.Items[condition];
        if (info.ComplementCount == 0)
        {
            return false;
        }

        int values = FreeValues(info.Path);
        return values > 0 && (_complements[info.FirstComplement].Epoch != _epoch || _complements[info.FirstComplement].ExcludedFree < values);
    }

    /// <summary>Sets the stamp of the next event; for the test of what happens after a thousand million events.</summary>
    internal static void SetEpoch(uint epoch)
    {
        MatchScratch scratch = Begin(Automaton.Empty);
        scratch._epoch = epoch & ~(EpochStep - 1);
        scratch.End();
    }

    private void Prepare(Automaton automaton)
    {
        Automaton = automaton;
        if (_conditions.Length < automaton.Conditions.Count
            || _rules.Length < automaton.Rules.Count
            || _complements.Length < automaton.Complements.Count
            || _paths.Length < automaton.Paths.Count
            || _grams.Length < automaton.GramCount
            || _epoch >= uint.MaxValue - (2 * EpochStep))
        {
            Replace(automaton);
        }

        _epoch += EpochStep;
        Anchors.Count = 0;
        ComplementPaths.Count = 0;
        Matches.Count = 0;
        Progress = 0;
        FreeCount = 0;
        PrepareArrays();
    }

    /// <summary>Makes room, or starts over when the stamps run out.</summary>
    private void Replace(Automaton automaton)
    {
        _epoch = 0;
        _conditions = new uint[Math.Max(_conditions.Length, RoundUp(automaton.Conditions.Count))];
        _rules = new uint[Math.Max(_rules.Length, RoundUp(automaton.Rules.Count))];
        _complements = new ComplementState[Math.Max(_complements.Length, RoundUp(automaton.Complements.Count))];
        _paths = new PathState[Math.Max(_paths.Length, RoundUp(automaton.Paths.Count))];
        _grams = new ulong[Math.Max(_grams.Length, RoundUp(automaton.GramCount))];
    }

    private static int RoundUp(int count) => count == 0 ? 0 : Math.Max(16, count + (count >> 2));

    private struct PathState
    {
        public uint Epoch;
        public int Free;
        public int Anywhere;
    }

    private struct ComplementState
    {
        /// <summary>The last value that this complement excluded.</summary>
        public ulong SeenIn;

        /// <summary>The last value that some complement of the condition excluded (kept at the first of them, like all below).</summary>
        public ulong CountedIn;
        public int Excluding;
        public uint Epoch;
        public int ExcludedFree;
        public int ExcludedAnywhere;
    }
}
