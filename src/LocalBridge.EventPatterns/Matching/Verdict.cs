using LocalBridge.EventPatterns.Automata;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>Turns what a scan found into the rules that match.</summary>
internal ref struct Verdict
{
    private readonly MatchScratch _scratch;
    private readonly Automaton _automaton;
    private readonly ReadOnlySpan<byte> _event;
    private ArraySolver _solver;
    private bool _hasSolver;

    private Verdict(MatchScratch scratch, ReadOnlySpan<byte> utf8Event)
    {
        _scratch = scratch;
        _automaton = scratch.Automaton;
        _event = utf8Event;
    }

    /// <summary>Reports the matching rules to the scratch.</summary>
    public static void Decide(MatchScratch scratch, ReadOnlySpan<byte> utf8Event)
    {
        // Not "using": that would make the variable read-only and have a copy do the work.
        Verdict verdict = new(scratch, utf8Event);
        try
        {
            verdict.Decide();
        }
        finally
        {
            verdict.Dispose();
        }
    }

    public void Dispose()
    {
        if (_hasSolver)
        {
            _solver.Dispose();
        }
    }

    private void Decide()
    {
        foreach (int condition in _scratch.Anchors.Span)
        {
            CheckSubRules(condition);
        }

        foreach (int path in _scratch.ComplementPaths.Span)
        {
            int values = _scratch.ValuesAnywhere(path);
            foreach (ComplementAnchor anchor in _automaton.Paths.Items[path]!.ComplementAnchors.Span)
            {
                if (_scratch.IsSatisfied(anchor, values))
                {
                    CheckSubRules(anchor.Condition);
                }
            }
        }

        foreach (int path in _automaton.AbsencePaths)
        {
            // Values in array elements leave room for absence in others.
            if (_scratch.FreeValues(path) == 0)
            {
                foreach (int condition in _automaton.Paths.Items[path]!.AbsenceAnchors.Span)
                {
                    CheckSubRules(condition, isAbsence: true);
                }
            }
        }
    }

    /// <summary>Looks at the sub-rules that are found through a condition.</summary>
    private void CheckSubRules(int condition, bool isAbsence = false)
    {
        int target = _automaton.Anchors.Items[condition];
        if (AnchorTarget.IsRule(target))
        {
            // The callers know that the condition is satisfied, except for absence.
            int rule = AnchorTarget.Rule(target);
            if (_scratch.IsNew(rule) && (!isAbsence || _scratch.IsSatisfied(condition)))
            {
                _scratch.Report(rule);
            }

            return;
        }

        SubRuleInfo[] subRules = _automaton.SubRules.Items;
        for (int number = target; number >= 0; number = subRules[number].NextOfAnchor)
        {
            ref readonly SubRuleInfo subRule = ref subRules[number];
            if (_scratch.IsNew(subRule.Rule) && IsSatisfied(number, subRule.IsCoupled))
            {
                _scratch.Report(subRule.Rule);
            }
        }
    }

    private bool IsSatisfied(int subRule, bool isCoupled)
    {
        ReadOnlySpan<int> conditions = _automaton.ConditionsOf(subRule);
        if (isCoupled && _scratch.Records.Count > 0)
        {
            return IsSatisfiedTogether(conditions);
        }

        foreach (int condition in conditions)
        {
            if (!_scratch.IsSatisfied(condition))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Decides a sub-rule whose fields may lie in the same arrays.</summary>
    private bool IsSatisfiedTogether(ReadOnlySpan<int> conditions)
    {
        int bound = 0;
        bool needsAbsence = false;
        foreach (int condition in conditions)
        {
            if (_scratch.IsAcceptedFreely(condition))
            {
                continue;
            }

            bool isSatisfied = _scratch.IsSatisfied(condition);
            ConditionInfo info = _automaton.Conditions.Items[condition];
            if (!isSatisfied && !info.AcceptsAbsence)
            {
                return false;
            }

            int values = _scratch.ValuesAnywhere(info.Path);
            bound += values > 0 ? 1 : 0;
            needsAbsence |= values > 0 && !isSatisfied;
        }

        // A single value in an element contradicts nothing.
        return (bound <= 1 && !needsAbsence) || Solve(conditions);
    }

    private bool Solve(ReadOnlySpan<int> conditions)
    {
        if (!_hasSolver)
        {
            _solver = new ArraySolver(_scratch, _event);
            _hasSolver = true;
        }

        return _solver.Solve(conditions);
    }
}
