using System.Collections.Immutable;
using System.Globalization;
using LocalBridge.Errors;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Workflows.MapRuns;

/// <summary>Holds the Map Runs of the engine: those that run, and what is known of the last ones that ended.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class MapRunRegistry(MapRunStore store)
{
    /// <summary>How many ended Map Runs are remembered.</summary>
    private const int MaximumEnded = 10_000;

    private readonly Lock _lock = new(); // guards everything below
    private readonly Dictionary<string, Entry> _byArn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _byExecution = new(StringComparer.Ordinal);
    private readonly Queue<Entry> _ended = new();

    /// <summary>Gets back what is stored of the Map Runs that have ended.</summary>
    internal async Task LoadAsync(CancellationToken cancellationToken)
    {
        List<MapRunDescription> stored = await store.ReadAsync(cancellationToken).ConfigureAwait(false);
        stored.Sort(static (left, right) => left.StartDate.CompareTo(right.StartDate));
        lock (_lock)
        {
            foreach (MapRunDescription description in stored)
            {
                var entry = new Entry(description.MapRunArn, description.ExecutionArn) { Ended = description };
                Place(entry);
                _ended.Enqueue(entry);
            }
        }
    }

    internal void Add(MapRun run)
    {
        var entry = new Entry(run.Arn, run.ExecutionArn) { Running = run };
        lock (_lock)
        {
            Place(entry);
        }
    }

    /// <summary>Takes note that a Map Run has ended: only its description is kept, and the oldest one too many is forgotten.</summary>
    internal async ValueTask CloseAsync(MapRun run)
    {
        MapRunDescription description = run.Describe();
        string? forgotten = Close(run, description);
        await store.ReplaceAsync(description, forgotten, CancellationToken.None).ConfigureAwait(false);
    }

    /// <returns>The ARN of the Map Run that is forgotten for it, if one is.</returns>
    private string? Close(MapRun run, MapRunDescription description)
    {
        lock (_lock)
        {
            if (_byArn.TryGetValue(run.Arn, out Entry? entry) && entry.Running == run)
            {
                entry.Ended = description;
                entry.Running = null;
                _ended.Enqueue(entry);
            }

            if (_ended.Count <= MaximumEnded)
            {
                return null;
            }

            Entry oldest = _ended.Dequeue();
            Forget(oldest);
            return oldest.Arn;
        }
    }

    private void Place(Entry entry)
    {
        _byArn[entry.Arn] = entry;
        if (!_byExecution.TryGetValue(entry.ExecutionArn, out List<Entry>? entries))
        {
            _byExecution.Add(entry.ExecutionArn, entries = []);
        }

        // A Map Run that is dispatched again takes the place of the one before.
        entries.RemoveAll(known => known.Arn == entry.Arn);
        entries.Add(entry);
    }

    internal MapRunDescription Describe(string mapRunArn) => Find(mapRunArn).Describe();

    /// <summary>Finds a Map Run that has not ended.</summary>
    /// <returns>The Map Run; <see langword="null"/> when it has ended.</returns>
    internal MapRun? FindRunning(string mapRunArn) => Find(mapRunArn).Running;

    /// <summary>Returns a page of the Map Runs of an execution, newest first.</summary>
    internal MapRunPage List(string executionArn, int count, string? nextToken)
    {
        int start = 0;
        if (nextToken is not null && !(int.TryParse(nextToken, NumberStyles.None, CultureInfo.InvariantCulture, out start) && start > 0))
        {
            throw new InvalidTokenException("Invalid token");
        }

        Entry[] entries;
        lock (_lock)
        {
            entries = _byExecution.TryGetValue(executionArn, out List<Entry>? found) ? [.. found] : [];
        }

        Array.Reverse(entries);
        ImmutableArray<MapRunDescription> page = [.. entries.Skip(start).Take(count).Select(static entry => entry.Describe())];
        int next = start + page.Length;
        return new MapRunPage(page, next < entries.Length ? next.ToString(CultureInfo.InvariantCulture) : null);
    }

    private Entry Find(string mapRunArn)
    {
        lock (_lock)
        {
            return _byArn.GetValueOrDefault(mapRunArn)
                ?? throw new ResourceNotFoundException(mapRunArn, $"Map Run does not exist: '{mapRunArn}'");
        }
    }

    private void Forget(Entry entry)
    {
        _byArn.Remove(entry.Arn);
        if (_byExecution.TryGetValue(entry.ExecutionArn, out List<Entry>? entries))
        {
            entries.Remove(entry);
            if (entries.Count == 0)
            {
                _byExecution.Remove(entry.ExecutionArn);
            }
        }
    }

    private sealed class Entry(string arn, string executionArn)
    {
        internal string Arn => arn;

        internal string ExecutionArn => executionArn;

        internal MapRun? Running { get; set; }

        internal MapRunDescription? Ended { get; set; }

        internal MapRunDescription Describe() => Ended ?? Running!.Describe();
    }
}
