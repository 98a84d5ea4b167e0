using System.Collections.Immutable;
using LocalBridge.Conformance.Corpora;

namespace LocalBridge.Conformance.Running;

/// <summary>Runs areas: every case by the runner of its kind, several at a time, none longer than the guard allows.</summary>
internal sealed class ConformanceRunner(ImmutableArray<ICaseRunner> runners, TimeSpan guard)
{
    /// <summary>Runs all cases of some areas.</summary>
    public async Task<ImmutableArray<AreaResult>> RunAsync(IReadOnlyList<CaseArea> areas, CancellationToken cancellationToken = default)
    {
        CaseResult[][] results = [.. areas.Select(static area => new CaseResult[area.Cases.Length])];
        IEnumerable<(int Area, int Case)> all = areas.SelectMany(static (area, index) => Enumerable.Range(0, area.Cases.Length).Select(@case => (index, @case)));
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(all, options, async (place, token) =>
        {
            results[place.Area][place.Case] = await RunGuardedAsync(areas[place.Area].Cases[place.Case], token);
        });

        return [.. areas.Select((area, index) => new AreaResult(area, [.. results[index]]))];
    }

    /// <summary>Runs one case. Whatever the library throws, and a case that hangs, is a failure of that case alone.</summary>
    public async Task<CaseResult> RunGuardedAsync(ConformanceCase @case, CancellationToken cancellationToken)
    {
        if (@case is UnreadableCase unreadable)
        {
            return CaseResult.Failed(unreadable.Id, unreadable.Problem);
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(guard);
        try
        {
            // On a thread of its own, because a case may also hang without ever reaching an await.
            Task<CaseResult> run = Task.Run(() => RunAsync(@case, timeout.Token), CancellationToken.None);
            return await run.WaitAsync(guard + guard, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException || (exception is OperationCanceledException && timeout.IsCancellationRequested))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return CaseResult.Failed(@case.Id, $"did not end within {guard.TotalSeconds:0} s");
        }
        catch (Exception exception)
        {
            return CaseResult.Failed(@case.Id, $"threw {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private Task<CaseResult> RunAsync(ConformanceCase @case, CancellationToken cancellationToken)
    {
        foreach (ICaseRunner runner in runners)
        {
            if (runner.Run(@case, cancellationToken) is { } run)
            {
                return run;
            }
        }

        return Task.FromResult(CaseResult.NotSupported(@case.Id, @case.GetType().Name));
    }
}
