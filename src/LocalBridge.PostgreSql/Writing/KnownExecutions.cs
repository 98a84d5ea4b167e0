namespace LocalBridge.PostgreSql.Writing;

/// <summary>Remembers the rows of the open executions that this owner has written, so that their next checkpoints need not look for them first.</summary>
/// <remarks>What it says is only believed together with a statement that proves it. For the writer alone.</remarks>
internal sealed class KnownExecutions
{
    /// <summary>So many at most; then it begins anew.</summary>
    private const int Capacity = 1 << 17;

    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private long _epoch;

    /// <summary>Forgets everything when another owner has begun.</summary>
    internal void BeginGroup(long epoch)
    {
        if (_epoch != epoch || _ids.Count > Capacity)
        {
            Forget();
            _epoch = epoch;
        }
    }

    /// <returns>The row, or 0.</returns>
    internal long Find(string executionArn) => _ids.GetValueOrDefault(executionArn);

    /// <summary>Learns from a group that was committed.</summary>
    internal void Learn(GroupPlan plan)
    {
        foreach (ExecutionChange change in plan.Executions)
        {
            if (change.IsOpen)
            {
                _ids[change.First.ExecutionArn] = change.Id;
            }
            else
            {
                _ids.Remove(change.First.ExecutionArn);
            }
        }
    }

    internal void Forget() => _ids.Clear();
}
