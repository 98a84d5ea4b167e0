namespace LocalBridge.EventPatterns.Matching;

/// <summary>Does what <see cref="ArraySolver"/> does for events that repeat a path around arrays, where the groups of fields overlap.</summary>
/// <remarks>
/// Then the question is as hard as satisfiability, so fields are tried in their order with going back, under the <see cref="WorkBudget"/>. This is the
/// literal reading of the rule; well-behaved events never come here.
/// </remarks>
internal ref struct RepeatedPathSolver
{
    private readonly ArrayEvidence _evidence;
    private readonly ReadOnlySpan<int> _fields;
    private PooledList<int> _chosen;
    private PooledList<int> _undo;

    public RepeatedPathSolver(ArrayEvidence evidence, ReadOnlySpan<int> fields)
    {
        _evidence = evidence;
        _fields = fields;
    }

    public bool Solve(ref WorkBudget budget)
    {
        try
        {
            for (int i = 0; i < _evidence.ArrayCount; i++)
            {
                _chosen.Add(0);
            }

            return SolveFrom(0, ref budget);
        }
        finally
        {
            _chosen.Dispose();
            _undo.Dispose();
        }
    }

    private bool SolveFrom(int field, ref WorkBudget budget)
    {
        if (field == _fields.Length)
        {
            return true;
        }

        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        int condition = _fields[field];
        bool free = _evidence.IsAccepted(condition);
        if (free && SolveFrom(field + 1, ref budget))
        {
            return true;
        }

        bool absent = _evidence.AcceptsAbsence(condition) && !_evidence.IsPresent(condition);
        foreach (int number in _evidence.Of(condition, 0, _evidence.Records.Length))
        {
            budget.Spend(1);
            ValueRecord record = _evidence.Records[number];
            int mark = _undo.Count;
            bool consistent = TryChoose(record.Scope, ref budget);
            absent &= !consistent;
            bool solved = consistent && _evidence.IsAccepted(record, condition) && SolveFrom(field + 1, ref budget);
            Undo(mark);
            if (solved)
            {
                return true;
            }
        }

        return absent && SolveFrom(field + 1, ref budget);
    }

    /// <summary>Chooses the elements around a value, unless another element of one of the arrays is chosen already.</summary>
    private bool TryChoose(int scope, ref WorkBudget budget)
    {
        for (; scope != 0; scope = _evidence.Scopes[scope - 1].Parent)
        {
            budget.Spend(1);
            ref int chosen = ref _chosen[_evidence.Scopes[scope - 1].Array];
            if (chosen == 0)
            {
                chosen = scope;
                _undo.Add(_evidence.Scopes[scope - 1].Array);
            }
            else if (chosen != scope)
            {
                return false;
            }
        }

        return true;
    }

    private void Undo(int mark)
    {
        while (_undo.Count > mark)
        {
            _chosen[_undo[_undo.Count - 1]] = 0;
            _undo.Truncate(_undo.Count - 1);
        }
    }
}
