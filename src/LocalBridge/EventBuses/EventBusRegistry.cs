using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Diagnostics;
using LocalBridge.Errors;
using LocalBridge.Rules;
using LocalBridge.Storage;
using Microsoft.Extensions.Logging;

namespace LocalBridge.EventBuses;

/// <summary>The buses of a host by name.</summary>
internal sealed class EventBusRegistry : IEventBuses, IDisposable
{
    private const string NamePattern = @"[/\.\-_A-Za-z0-9]+";

    private readonly ConcurrentDictionary<string, EventBus> _eventBuses = new(StringComparer.Ordinal);

    private readonly HashSet<string> _recorded = new(StringComparer.Ordinal);

    /// <summary>Lets one durable change go after the other; guards <see cref="_recorded"/>, the buses that are in storage.</summary>
    private readonly SemaphoreSlim _writer = new(1, 1);

    private readonly EventBusServices _services;

    private readonly ILogger _logger;

    internal EventBusRegistry(EventBusServices services)
    {
        _services = services;
        _logger = services.LoggerFactory.CreateLogger("LocalBridge.EventBuses");
        DefaultEventBus = new EventBus(ResourceNames.DefaultEventBus, null, services, this);
        _eventBuses[ResourceNames.DefaultEventBus] = DefaultEventBus;
        Rules = new RuleService(services, this);
    }

    IEventBus IEventBuses.DefaultEventBus => DefaultEventBus;

    internal EventBus DefaultEventBus { get; }

    internal RuleService Rules { get; }

    internal int Count => _eventBuses.Count;

    internal IEnumerable<EventBus> All => _eventBuses.Values;

    public void Dispose()
    {
        foreach (EventBus eventBus in _eventBuses.Values)
            eventBus.Dispose();
    }

    public IEventBus GetEventBus(string name) => Get(name);

    public bool TryGetEventBus(string name, [NotNullWhen(true)] out IEventBus? eventBus)
    {
        ArgumentNullException.ThrowIfNull(name);
        eventBus = Find(ResourceNames.EventBusName(name));
        return eventBus is not null;
    }

    public async Task<EventBusDescription> CreateEventBusAsync(CreateEventBusRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        await _services.ReadyAsync(cancellationToken).ConfigureAwait(false);
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            EventBus created = Create(request);
            while (_services.Definitions.IsDurable && !await TryRecordAsync(created, cancellationToken).ConfigureAwait(false))
            {
                await ReloadAsync(cancellationToken).ConfigureAwait(false);
                created = Create(request);
            }

            return created.Description;
        }
        finally
        {
            _writer.Release();
        }
    }

    public Task<EventBusDescription> DescribeEventBusAsync(string? name = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Get(name).Description);
    }

    public Task<ListEventBusesResponse> ListEventBusesAsync(ListEventBusesRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        EventBusDescription[] all =
        [
            .. _eventBuses.Values
                .Where(eventBus => request.NamePrefix is null || eventBus.Name.StartsWith(request.NamePrefix, StringComparison.Ordinal))
                .OrderBy(static eventBus => eventBus.Name, StringComparer.Ordinal)
                .Select(static eventBus => eventBus.Description),
        ];
        (IReadOnlyList<EventBusDescription> page, string? next) =
            PageToken.Page(all, static eventBus => eventBus.Name, request.Limit, request.NextToken);
        return Task.FromResult(new ListEventBusesResponse(page, next));
    }

    public async Task DeleteEventBusAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        cancellationToken.ThrowIfCancellationRequested();
        string plainName = ResourceNames.EventBusName(name);
        if (plainName == ResourceNames.DefaultEventBus)
            throw new ValidationException("Cannot delete event bus default.");
        await _services.ReadyAsync(cancellationToken).ConfigureAwait(false);
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Find(plainName) is not { } eventBus)
                return;
            if (!eventBus.Rules.Rules.IsEmpty)
                throw new ValidationException($"Cannot delete event bus {plainName}: it has rules. Delete them first.");
            if (_services.Definitions.IsDurable)
                await _services.Definitions.RemoveEventBusAsync(plainName, cancellationToken).ConfigureAwait(false);
            Remove(plainName);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Brings what was made at run time up to date with the storage, where other processes may have changed it. What code has made under the same name stays as
    /// code has it.</summary>
    internal async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await ReloadAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
        }
    }

    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        List<EventBusDescription> all = await _services.Definitions.ReadEventBusesAsync(cancellationToken).ConfigureAwait(false);
        foreach (EventBusDescription stored in all.Where(stored => Find(stored.Name) is null))
        {
            _eventBuses[stored.Name] = new EventBus(stored.Name, stored.Description, _services, this, stored.CreationTime);
            _recorded.Add(stored.Name);
        }

        string[] deleted = [.. _recorded.Except(all.Select(static stored => stored.Name))];
        await Rules.LoadAsync(cancellationToken).ConfigureAwait(false);
        foreach (string name in deleted)
            Remove(name);
    }

    /// <summary>Records a new bus. When that fails it is gone again.</summary>
    /// <returns>Whether it is new: another process may have created it meanwhile.</returns>
    private async ValueTask<bool> TryRecordAsync(EventBus created, CancellationToken cancellationToken)
    {
        bool isRecorded = false;
        try
        {
            await _services.Definitions.PutAsync(created.Description, cancellationToken).ConfigureAwait(false);
            _recorded.Add(created.Name);
            return isRecorded = true;
        }
        catch (StorageConflictException)
        {
            return false;
        }
        finally
        {
            if (!isRecorded)
            {
                _eventBuses.TryRemove(created.Name, out _);
                created.Dispose();
            }
        }
    }

    private void Remove(string name)
    {
        _recorded.Remove(name);
        if (_eventBuses.TryRemove(name, out EventBus? removed))
        {
            removed.Dispose();
            _logger.EventBusDeleted(name);
        }
    }

    internal EventBus? Find(string plainName) => _eventBuses.GetValueOrDefault(plainName);

    /// <exception cref="ResourceNotFoundException">The bus does not exist.</exception>
    internal EventBus Get(string? nameOrArn)
    {
        if (nameOrArn is null)
            return DefaultEventBus;
        string name = ResourceNames.EventBusName(nameOrArn);
        return Find(name) ?? throw new ResourceNotFoundException(name, EventBusMessages.DoesNotExist(name));
    }

    internal EventBus Create(CreateEventBusRequest request)
    {
        ObjectDisposedException.ThrowIf(_services.IsClosed, typeof(IEventBuses));
        var constraints = default(ModelConstraints);
        constraints.Name(
            request.Name, "name", 256, NamePattern, static character => char.IsAsciiLetterOrDigit(character) || character is '/' or '.' or '-' or '_');
        constraints.Length(request.Description, "description", 0, 512);
        constraints.ThrowIfAny();
        if (request.Name.Contains('/', StringComparison.Ordinal))
            throw new ValidationException($"The event bus name '{request.Name}' is invalid: only the names of partner event buses contain '/'.");

        var eventBus = new EventBus(request.Name, request.Description, _services, this);
        if (!_eventBuses.TryAdd(request.Name, eventBus))
        {
            eventBus.Dispose();
            throw new ResourceAlreadyExistsException(request.Name, EventBusMessages.AlreadyExists(request.Name));
        }

        _logger.EventBusCreated(request.Name);
        return eventBus;
    }
}
