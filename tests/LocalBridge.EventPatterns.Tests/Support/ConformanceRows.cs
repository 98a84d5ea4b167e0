namespace LocalBridge.EventPatterns.Tests.Support;

/// <summary>The rows that one test verifies: see <see cref="Effort.RowsPerTest"/>.</summary>
public sealed class ConformanceRows(IReadOnlyList<ConformanceRow> rows)
{
    public void Verify(Action<ConformanceRow> verify)
    {
        foreach (ConformanceRow row in rows)
        {
            verify(row);
        }
    }

    public override string ToString() => rows.Count == 1 ? rows[0].Id : $"{rows[0].Id} to {rows[^1].Id}";
}
