using System.Collections.Immutable;
using System.Globalization;

namespace LocalBridge.Storage;

/// <summary>Holds the executions of an <see cref="InMemoryStorage"/>: by ARN, by state machine with the newest first, and the closed ones in the
/// order in which they closed.</summary>
/// <remarks>Guarded by the lock of its storage.</remarks>
internal sealed class InMemoryExecutions
{
    private readonly Dictionary<string, Entry> _byArn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedList<Entry>> _byStateMachine = new(StringComparer.Ordinal);
    private readonly Queue<Entry> _closed = new();
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal); // within the batch that is being checked
    private readonly int _maximumClosed;
    private readonly TimeSpan? _maximumAge;
    private readonly TimeProvider _timeProvider;
    private long _lastSequence;
    private long _lastUnowned; // executions up to here can be claimed

    internal InMemoryExecutions(InMemoryStorageOptions options, TimeProvider timeProvider)
    {
        _maximumClosed = options.MaximumClosedExecutions;
        _maximumAge = options.MaximumClosedExecutionAge;
        _timeProvider = timeProvider;
    }

    internal InMemoryExecution? Find(string executionArn) => _byArn.GetValueOrDefault(executionArn)?.Execution;

    /// <summary>Checks an operation of a batch against what is stored and against what comes before it in the batch.</summary>
    internal void Check(ExecutionCheckpoint checkpoint)
    {
        long version = VersionOf(checkpoint.ExecutionArn);
        if (version != checkpoint.ExpectedVersion)
        {
            throw new StorageConflictException(checkpoint.ExecutionArn, checkpoint.ExpectedVersion, version);
        }

        _versions[checkpoint.ExecutionArn] = checkpoint.NewVersion;
    }

    internal void Check(ExecutionDiscard discard)
    {
        if (VersionOf(discard.ExecutionArn) == 1 && Find(discard.ExecutionArn)?.StartDate == discard.StartDate)
        {
            _versions[discard.ExecutionArn] = 0;
        }
    }

    /// <summary>Forgets the batch that was checked.</summary>
    internal void EndCheck() => _versions.Clear();

    internal void Apply(ExecutionCheckpoint checkpoint)
    {
        Entry entry = checkpoint.ExpectedVersion == 0 ? Add(checkpoint) : _byArn[checkpoint.ExecutionArn];
        entry.Execution.Apply(checkpoint);
        if (!entry.Execution.IsOpen)
        {
            entry.Endings++;
            _closed.Enqueue(entry);
        }
    }

    internal void Discard(ExecutionDiscard discard)
    {
        if (_byArn.TryGetValue(discard.ExecutionArn, out Entry? entry) && IsRefused(entry.Execution, discard))
        {
            Remove(entry);
        }
    }

    internal void Evict()
    {
        DateTimeOffset? oldest = _maximumAge is TimeSpan age ? _timeProvider.GetUtcNow() - age : null;
        Trim(oldest, _maximumClosed, int.MaxValue);
    }

    /// <returns>Whether there is more to remove.</returns>
    internal bool Trim(DateTimeOffset? oldest, long? maximumCount, int batchSize)
    {
        while (_closed.TryPeek(out Entry? entry) && (_closed.Count > maximumCount || entry.Execution.StopDate < oldest))
        {
            if (batchSize-- == 0)
            {
                return true;
            }

            _closed.Dequeue();
            if (--entry.Endings == 0 && !entry.Execution.IsOpen)
            {
                Remove(entry);
            }
        }

        return false;
    }

    /// <summary>Lets everything that is there belong to nobody.</summary>
    internal void BeginOwner() => _lastUnowned = _lastSequence;

    internal ImmutableArray<OpenExecution> Claim()
    {
        long last = _lastUnowned;
        _lastUnowned = 0;
        return
        [
            .. _byArn.Values.Where(entry => entry.Execution.IsOpen && entry.Execution.Sequence <= last)
                .OrderBy(static entry => entry.Execution.Sequence)
                .Select(static entry => entry.Execution.ReadOpen()),
        ];
    }

    internal StoredExecutionPage ReadPage(ExecutionQuery query)
    {
        if (!_byStateMachine.TryGetValue(query.StateMachineArn, out LinkedList<Entry>? entries))
        {
            return new StoredExecutionPage([], null);
        }

        // The token is the sequence of the last execution of the page before: new executions come before it and shift nothing.
        long before = query.NextToken is null ? long.MaxValue : ParseToken(query.NextToken);
        ImmutableArray<StoredExecution>.Builder page = ImmutableArray.CreateBuilder<StoredExecution>(Math.Min(query.Count, entries.Count));
        long lastSequence = 0;
        for (LinkedListNode<Entry>? node = entries.First; node is not null; node = node.Next)
        {
            InMemoryExecution execution = node.Value.Execution;
            if (execution.Sequence >= before || (query.Status is not null && query.Status != execution.Status))
            {
                continue;
            }

            if (page.Count == query.Count)
            {
                return new StoredExecutionPage(page.ToImmutable(), lastSequence.ToString(CultureInfo.InvariantCulture));
            }

            page.Add(execution.Read());
            lastSequence = execution.Sequence;
        }

        return new StoredExecutionPage(page.ToImmutable(), null);
    }

    private static long ParseToken(string token) =>
        long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out long sequence)
            ? sequence
            : throw new FormatException($"The token '{token}' is none of this storage.");

    private static bool IsRefused(InMemoryExecution execution, ExecutionDiscard discard) =>
        execution.Version == 1 && execution.StartDate == discard.StartDate;

    private long VersionOf(string executionArn) =>
        _versions.TryGetValue(executionArn, out long version) ? version : Find(executionArn)?.Version ?? 0;

    private Entry Add(ExecutionCheckpoint checkpoint)
    {
        var entry = new Entry(new InMemoryExecution(checkpoint, ++_lastSequence));
        _byArn.Add(checkpoint.ExecutionArn, entry);
        if (!_byStateMachine.TryGetValue(checkpoint.StateMachineArn, out LinkedList<Entry>? entries))
        {
            entries = new LinkedList<Entry>();
            _byStateMachine.Add(checkpoint.StateMachineArn, entries);
        }

        entries.AddFirst(entry.Node);
        return entry;
    }

    private void Remove(Entry entry)
    {
        InMemoryExecution execution = entry.Execution;
        if (entry.Node.List is null)
        {
            return; // discarded before it was evicted; its ARN may be in use again
        }

        _byArn.Remove(execution.ExecutionArn);
        if (_byStateMachine.TryGetValue(execution.StateMachineArn, out LinkedList<Entry>? entries))
        {
            entries.Remove(entry.Node);
            if (entries.Count == 0)
            {
                _byStateMachine.Remove(execution.StateMachineArn);
            }
        }
    }

    /// <summary>Joins an execution with its place in the list of its state machine, so that it leaves the list without a search.</summary>
    private sealed class Entry
    {
        internal Entry(InMemoryExecution execution)
        {
            Execution = execution;
            Node = new LinkedListNode<Entry>(this);
        }

        internal InMemoryExecution Execution { get; }

        internal LinkedListNode<Entry> Node { get; }

        /// <summary>Gets or sets how often it stands in the queue of closed ones: more than once when it went on after an end.</summary>
        internal int Endings { get; set; }
    }
}
