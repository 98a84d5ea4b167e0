
namespace LocalBridge.EventPatterns.Matching;

/// <summary>Decides whether the fields of a sub-rule can be satisfied without taking values from different elements of one array.</summary>
/// <remarks>
/// <para>
/// Array elements form a tree: an element lies in one array, which lies in one element (or in the event itself). In an event that spells no path twice
/// each field finds its values below a given element in at most one of the arrays there, so the fields fall into groups, one an array, that have nothing to
/// do with each other: choosing an element for one array never hinders another. Within a group the elements are tried one after the other. The work
/// is then proportional to the records, the fields and the depth; nothing multiplies.
/// </para>
/// <para>
/// The order of the fields matters for <c>{"exists": false}</c> alone: it is judged against the elements chosen by the fields before it in its group.
/// If an event does repeat paths around arrays, <see cref="RepeatedPathSolver"/> takes over.
/// </para>
/// </remarks>
internal ref struct ArraySolver
{
    private readonly ArrayEvidence _evidence;
    private ReadOnlySpan<int> _fields;
    private WorkBudget _budget;
    private PooledList<int> _lists;
    private PooledList<int> _accepted;
    private PooledList<int> _present;
    private bool _hasRepeatedPaths;

    public ArraySolver(MatchScratch scratch, ReadOnlySpan<byte> utf8Event)
    {
        _evidence = new ArrayEvidence(scratch, utf8Event);
        _budget = new WorkBudget(scratch.Records.Count);
    }

    /// <summary>Decides one sub-rule.</summary>
    /// <param name="fields">Its conditions, ordered by path.</param>
    public bool Solve(ReadOnlySpan<int> fields)
    {
        _budget.Allow(fields.Length);
        _fields = fields;
        _lists.Truncate(0);
        _accepted.Truncate(0);
        _present.Truncate(0);
        _hasRepeatedPaths = false;
        for (int i = 0; i < fields.Length; i++)
        {
            _lists.Add(i);
            _accepted.Add(_evidence.IsAccepted(fields[i]) ? 1 : 0);
            _present.Add(_evidence.IsPresent(fields[i]) ? 1 : 0);
        }

        bool solved = SolveScope(0, 0, fields.Length, -1);
        return _hasRepeatedPaths ? new RepeatedPathSolver(_evidence, fields).Solve(ref _budget) : solved;
    }

    public void Dispose()
    {
        _evidence.Dispose();
        _lists.Dispose();
        _accepted.Dispose();
        _present.Dispose();
    }

    /// <summary>Solves fields inside an element that is chosen.</summary>
    /// <param name="scope">The element, or 0 for the event.</param>
    /// <param name="start">Where in the lists the fields are.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="chooser">The field for which the element was chosen, and which therefore must take a value in it; or -1.</param>
    private bool SolveScope(int scope, int start, int count, int chooser)
    {
        int groups = _lists.Count;
        bool chooserHere = false;
        for (int i = 0; i < count; i++)
        {
            int field = _lists[start + i];
            _lists.Add(Survey(scope, field, out int accepted, out int present));
            _lists.Add(accepted);
            _lists.Add(present);
            _accepted[field] += accepted;
            _present[field] += present;
            chooserHere |= field == chooser && accepted > 0;
        }

        bool solved = !_hasRepeatedPaths && SolveLoose(start, count, groups, chooser, chooserHere) && SolveGroups(scope, start, count, groups, chooser, chooserHere);
        for (int i = 0; i < count; i++)
        {
            int field = _lists[start + i];
            _accepted[field] -= _lists[groups + (3 * i) + 1];
            _present[field] -= _lists[groups + (3 * i) + 2];
        }

        _lists.Truncate(groups);
        return solved;
    }

    /// <summary>Looks where a field has values in an element: in the element itself, and in which of its arrays (-1 if in none).</summary>
    private int Survey(int scope, int field, out int accepted, out int present)
    {
        int condition = _fields[field];
        ReadOnlySpan<ValueRecord> records = _evidence.Records;
        accepted = 0;
        present = 0;
        int first = -1;
        int last = -1;
        ReadOnlySpan<int> candidates = Records(condition, scope);
        _budget.Spend(candidates.Length + 1);
        foreach (int number in candidates)
        {
            ref readonly ValueRecord record = ref records[number];
            bool isAccepted = _evidence.IsAccepted(record, condition);
            if (record.Scope == scope)
            {
                accepted |= isAccepted ? 1 : 0;
                present = 1;
            }
            else if (isAccepted || _evidence.AcceptsAbsence(condition))
            {
                first = first < 0 ? record.Scope : first;
                last = record.Scope;
            }
        }

        if (first < 0)
        {
            return -1;
        }

        // An array is one stretch of the event: if the first and the last value lie in the same one, so do all between them.
        int array = _evidence.Scopes[ChildOf(scope, first) - 1].Array;
        _hasRepeatedPaths |= array != _evidence.Scopes[ChildOf(scope, last) - 1].Array;
        return array;
    }

    /// <summary>Decides the fields that have no values in arrays of the element.</summary>
    private bool SolveLoose(int start, int count, int groups, int chooser, bool chooserHere)
    {
        for (int i = 0; i < count; i++)
        {
            int field = _lists[start + i];
            if (_lists[groups + (3 * i)] < 0 && !(field == chooser ? chooserHere : IsSatisfied(field)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSatisfied(int field) => _accepted[field] > 0 || (_evidence.AcceptsAbsence(_fields[field]) && _present[field] == 0);

    private bool SolveGroups(int scope, int start, int count, int groups, int chooser, bool chooserHere)
    {
        for (int i = 0; i < count; i++)
        {
            int group = _lists[groups + (3 * i)];
            if (group < 0)
            {
                continue;
            }

            // The fields of a group are copied to the end of the lists, and struck off so that the group comes up once.
            int members = _lists.Count;
            for (int j = i; j < count; j++)
            {
                if (_lists[groups + (3 * j)] == group)
                {
                    _lists.Add(_lists[start + j]);
                    _lists[groups + (3 * j)] = -1;
                }
            }

            bool solved = SolveGroup(scope, members, _lists.Count - members, chooser, chooserHere);
            _lists.Truncate(members);
            if (!solved)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Solves the fields of one array: one of them chooses the element, and those before it do without.</summary>
    private bool SolveGroup(int scope, int start, int count, int chooser, bool chooserHere)
    {
        for (int i = 0; i < count; i++)
        {
            int field = _lists[start + i];
            int condition = _fields[field];
            ReadOnlySpan<int> candidates = Records(condition, scope);
            for (int next = 0; next < candidates.Length; next++)
            {
                ref readonly ValueRecord record = ref _evidence.Records[candidates[next]];
                if (record.Scope == scope || !_evidence.IsAccepted(record, condition))
                {
                    continue;
                }

                int element = ChildOf(scope, record.Scope);
                if (SolveScope(element, start + i, count - i, field))
                {
                    return true;
                }

                if (_hasRepeatedPaths)
                {
                    return false;
                }

                next = RecordIndex.LowerBound(candidates, _evidence.Scopes[element - 1].EndRecord) - 1;
            }

            // It has values in elements not chosen, so absence is out of the question.
            if (!(field == chooser ? chooserHere : _accepted[field] > 0))
            {
                return false;
            }
        }

        return true;
    }

    private readonly ReadOnlySpan<int> Records(int condition, int scope)
    {
        if (scope == 0)
        {
            return _evidence.Of(condition, 0, _evidence.Records.Length);
        }

        ArrayScope element = _evidence.Scopes[scope - 1];
        return _evidence.Of(condition, element.FirstRecord, element.EndRecord);
    }

    /// <summary>The element directly below <paramref name="scope"/> in which a deeper one lies.</summary>
    private readonly int ChildOf(int scope, int deeper)
    {
        while (_evidence.Scopes[deeper - 1].Parent != scope)
        {
            deeper = _evidence.Scopes[deeper - 1].Parent;
        }

        return deeper;
    }
}
