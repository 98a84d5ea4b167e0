using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Identity;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.Storage;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Persisting;
using LocalBridge.Workflows.Tasks;

namespace LocalBridge.Workflows.Definitions;

/// <summary>Holds the state machines of the engine; each change is committed before it shows.</summary>
/// <remarks>Safe for use from any thread. Readers take no lock; writers take turns.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for has nothing to dispose.")]
internal sealed class StateMachineCatalog(
    bool allowUnknownResources,
    StatesArns arns,
    StateMachineStore store,
    ITaskInvoker tasks,
    TimeProvider timeProvider,
    IIdentifierSource identifiers)
{
    /// <summary>The definition is a text of at most 1,048,576 characters.</summary>
    private const int MaximumDefinitionLength = 1_048_576;

    private readonly SemaphoreSlim _writer = new(1, 1);
    private ImmutableDictionary<string, StateMachineRevision> _revisions = ImmutableDictionary.Create<string, StateMachineRevision>(StringComparer.Ordinal);

    /// <summary>Brings the state machines up to date with the storage, where other processes may have changed them.</summary>
    internal async Task<int> LoadAsync(CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await ReloadAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
        }
    }

    internal StateMachineRevision? Find(string stateMachineArn) => Volatile.Read(ref _revisions).GetValueOrDefault(stateMachineArn);

    internal StateMachineRevision Get(string stateMachineArn) =>
        Find(stateMachineArn) ?? throw new StateMachineDoesNotExistException(stateMachineArn);

    internal (ImmutableArray<StateMachineRevision> Page, string? NextToken) List(int count, string? nextToken)
    {
        // By creation, then by ARN, so that the ARN of the last one says where the next page begins.
        StateMachineRevision? last = null;
        ImmutableDictionary<string, StateMachineRevision> revisions = Volatile.Read(ref _revisions);
        if (nextToken is not null && !revisions.TryGetValue(nextToken, out last))
        {
            throw new InvalidTokenException("Invalid token");
        }

        ImmutableArray<StateMachineRevision> rest =
        [
            .. revisions.Values
                .Where(revision => last is null || Compare(revision, last) > 0)
                .Order(Comparer<StateMachineRevision>.Create(Compare))
                .Take(count + 1),
        ];
        return rest.Length <= count ? (rest, null) : (rest[..count], rest[count - 1].Record.StateMachineArn);
    }

    internal async Task<StateMachineRevision> CreateAsync(CreateStateMachineRequest request, CancellationToken cancellationToken)
    {
        StatesNames.Check(request.Name);
        string arn = arns.StateMachine(request.Name);
        string roleArn = request.RoleArn ?? arns.DefaultRole;
        return await ChangeAsync(CreateAsync, cancellationToken).ConfigureAwait(false);

        async Task<StateMachineRevision> CreateAsync()
        {
            if (_revisions.TryGetValue(arn, out StateMachineRevision? existing))
            {
                StateMachineRecord record = existing.Record;
                bool isSame = record.Definition == request.Definition && record.RoleArn == roleArn && record.Type == request.Type;
                return isSame ? existing : throw new StateMachineAlreadyExistsException(arn);
            }

            DateTimeOffset now = timeProvider.GetUtcNow();
            return await PutAsync(
                null,
                new StateMachineRecord
                {
                    StateMachineArn = arn,
                    Revision = 1,
                    Name = request.Name,
                    Type = request.Type,
                    Definition = request.Definition,
                    RoleArn = roleArn,
                    CreationDate = now,
                    UpdateDate = now,
                },
                Read(request.Definition, request.Type),
                cancellationToken).ConfigureAwait(false);
        }
    }

    internal async Task<StateMachineRevision> UpdateAsync(UpdateStateMachineRequest request, CancellationToken cancellationToken)
    {
        string arn = arns.ToStateMachineArn(request.StateMachine);
        if (request.Definition is null && request.RoleArn is null)
        {
            throw new MissingRequiredParameterException(
                "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");
        }

        return await ChangeAsync(UpdateAsync, cancellationToken).ConfigureAwait(false);

        async Task<StateMachineRevision> UpdateAsync()
        {
            StateMachineRevision current = Get(arn);
            StateMachineRecord record = current.Record with
            {
                Definition = request.Definition ?? current.Record.Definition,
                RoleArn = request.RoleArn ?? current.Record.RoleArn,
            };
            if (record == current.Record)
            {
                return current;
            }

            record = record with
            {
                Revision = record.Revision + 1,
                RevisionId = identifiers.NewGuid().ToString(),
                UpdateDate = timeProvider.GetUtcNow(),
            };
            StateMachineDefinition definition = request.Definition is null ? current.Definition : Read(request.Definition, record.Type);
            return await PutAsync(current.Record, record, definition, cancellationToken).ConfigureAwait(false);
        }
    }

    internal async Task DeleteAsync(string stateMachineArn, CancellationToken cancellationToken)
    {
        await ChangeAsync(DeleteAsync, cancellationToken).ConfigureAwait(false);

        async Task<StateMachineRevision?> DeleteAsync()
        {
            StateMachineRevision? deleted = _revisions.GetValueOrDefault(stateMachineArn);
            await store.RemoveAsync(deleted?.Record, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _revisions, _revisions.Remove(stateMachineArn));
            return deleted;
        }
    }

    private static int Compare(StateMachineRevision left, StateMachineRevision right)
    {
        int byDate = left.Record.CreationDate.CompareTo(right.Record.CreationDate);
        return byDate != 0 ? byDate : string.CompareOrdinal(left.Record.StateMachineArn, right.Record.StateMachineArn);
    }

    private StateMachineDefinition Read(string definition, StateMachineType type)
    {
        if (definition.Length > MaximumDefinitionLength)
        {
            throw new InvalidDefinitionException($"It has {definition.Length} characters, more than the {MaximumDefinitionLength} allowed.");
        }

        StateMachineDefinition parsed = DefinitionFaults.Parse(definition, type);
        if (!allowUnknownResources)
        {
            ResourceCheck.Check(parsed, tasks);
        }

        return parsed;
    }

    /// <summary>Makes one change after the other. One that is made of what another process has changed meanwhile is made anew, of what is stored.</summary>
    private async Task<T> ChangeAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                try
                {
                    return await change().ConfigureAwait(false);
                }
                catch (StorageConflictException)
                {
                    await ReloadAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            _writer.Release();
        }
    }

    private async Task<int> ReloadAsync(CancellationToken cancellationToken)
    {
        List<StateMachineRecord> records = await store.ReadAsync(cancellationToken).ConfigureAwait(false);
        ImmutableDictionary<string, StateMachineRevision>.Builder revisions = _revisions.ToBuilder();
        revisions.RemoveRange(_revisions.Keys.Except(records.Select(static record => record.StateMachineArn)));
        foreach (StateMachineRecord record in records.Where(record => revisions.GetValueOrDefault(record.StateMachineArn)?.Key != record.RevisionKey))
        {
            revisions[record.StateMachineArn] = new StateMachineRevision(record, StateMachineDefinition.Parse(record.Definition));
        }

        Volatile.Write(ref _revisions, revisions.ToImmutable());
        return records.Count;
    }

    private async Task<StateMachineRevision> PutAsync(
        StateMachineRecord? replaced,
        StateMachineRecord record,
        StateMachineDefinition definition,
        CancellationToken cancellationToken)
    {
        await store.PutAsync(record, replaced, cancellationToken).ConfigureAwait(false);
        var revision = new StateMachineRevision(record, definition);
        Volatile.Write(ref _revisions, _revisions.SetItem(record.StateMachineArn, revision));
        return revision;
    }
}
