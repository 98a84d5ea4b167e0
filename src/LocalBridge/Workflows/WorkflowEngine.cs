using System.Collections.Concurrent;
using LocalBridge.Buckets;
using LocalBridge.Identity;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Storage;
using LocalBridge.Workflows.Activities;
using LocalBridge.Workflows.Definitions;
using LocalBridge.Workflows.Distant;
using LocalBridge.Workflows.MapRuns;
using LocalBridge.Workflows.Persisting;
using LocalBridge.Workflows.Running;
using LocalBridge.Workflows.Tasks;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Workflows;

/// <summary>Runs workflows: the impure half around the pure interpreter. Knows the state machines, and spreads the executions over the shards.</summary>
/// <remarks>Safe for use from any thread. Nothing runs before <see cref="StartAsync(CancellationToken)"/>.</remarks>
internal sealed partial class WorkflowEngine : IStateMachines, IActivities, IAsyncDisposable
{
    private readonly Shard[] _shards;
    private readonly SemaphoreSlim _starts; // how many starts may wait to be accepted
    private readonly ConcurrentBag<InlineRun> _inlineRuns = [];
    private readonly IIdentifierSource _identifiers;
    private readonly IExecutionEvents? _events;
    private readonly WorkflowOptions _options;
    private readonly StatesArns _arns;
    private readonly StateMachineStore _stateMachineStore;
    private readonly ActivityStore _activityStore;
    private readonly DefinitionChanges _definitionChanges;
    private readonly DistantExecutions _distant;
    private readonly DistantCalls? _calls; // where processes share the storage
    private readonly TaskCompletionSource _recovered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lifecycle; // 0 made, 1 started, 2 disposed

    internal WorkflowEngine(
        WorkflowOptions options,
        StatesArns arns,
        IBridgeStorage storage,
        ITaskInvoker tasks,
        TimeProvider timeProvider,
        IIdentifierSource identifiers,
        ILoggerFactory loggerFactory,
        IExecutionEvents? events = null,
        IPayloadProtector? protector = null,
        BucketRegistry? buckets = null,
        DefinitionChanges? definitionChanges = null)
    {
        var codec = new PayloadCodec(protector);
        _definitionChanges = definitionChanges ?? new DefinitionChanges(loggerFactory.CreateLogger<WorkflowEngine>());
        _stateMachineStore = new StateMachineStore(storage, codec, _definitionChanges);
        _activityStore = new ActivityStore(storage, codec, _definitionChanges);
        MapRuns = new MapRunRegistry(new MapRunStore(storage, codec));
        Persistence = new ExecutionPersistence(codec, storage.IsDurable);
        _options = options;
        _arns = arns;
        _identifiers = identifiers;
        _events = events;
        Storage = storage;
        Tasks = tasks;
        Buckets = buckets ?? BucketRegistry.Empty;
        TimeProvider = timeProvider;
        Logger = loggerFactory.CreateLogger<WorkflowEngine>();
        TaskGate = new TaskGate(options.MaximumConcurrentTasks);
        Activities = new ActivityQueues(arns, timeProvider);
        ActivityExists = Activities.Contains;
        StateMachines = new StateMachineCatalog(options.AllowUnknownResources, arns, _stateMachineStore, tasks, timeProvider, identifiers);
        _starts = new SemaphoreSlim(options.StartCapacity);
        _distant = new DistantExecutions(FindStoredAsync);
        if (storage is IStorageMessenger messenger && storage.LeaseDuration is TimeSpan lease)
        {
            _calls = new DistantCalls(messenger, codec, lease, AnswerDistantAsync, Logger);
            _definitionChanges.TellOthers = () => _ = _calls.TellOthersAsync(new DistantMessage { Kind = DistantMessageKind.DefinitionsChanged });
        }

        _shards = new Shard[options.ShardCount > 0 ? options.ShardCount : Environment.ProcessorCount];
        for (int i = 0; i < _shards.Length; i++)
        {
            _shards[i] = new Shard(this);
        }
    }

    internal IBridgeStorage Storage { get; }

    internal ExecutionPersistence Persistence { get; }

    internal ITaskInvoker Tasks { get; }

    internal TimeProvider TimeProvider { get; }

    internal ILogger Logger { get; }

    internal IdleGate Idle { get; } = new();

    internal TaskGate TaskGate { get; }

    internal TaskTokens TaskTokens { get; } = new();

    internal ActivityQueues Activities { get; }

    /// <summary>Gets what tells whether an activity exists; one delegate for all executions.</summary>
    internal Func<string, bool> ActivityExists { get; }

    internal StateMachineCatalog StateMachines { get; }

    internal StatesArns Arns => _arns;

    internal BucketRegistry Buckets { get; }

    internal MapRunRegistry MapRuns { get; }

    /// <summary>Gets what completes when every open execution has been read from storage.</summary>
    internal Task Recovered => _recovered.Task;

    internal static ObjectDisposedException Disposed() =>
        new(nameof(IStateMachines), "The bridge was disposed. Executions that had not ended go on when a bridge starts on the same durable storage.");

    /// <summary>Gets when the next timer of any execution is due, as of the last time the shards were at rest; <see langword="null"/> when none
    /// is. Ask when the engine is idle.</summary>
    internal DateTimeOffset? NextTimerDueTime => _shards.Min(static shard => shard.Timers.NextDueTime);

    /// <summary>Loads state machines and open executions from storage and goes on with them.</summary>
    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _lifecycle, 1, 0) != 0)
        {
            throw new InvalidOperationException("The workflow engine can be started once.");
        }

        int stateMachines = await LoadDefinitionsAsync(cancellationToken).ConfigureAwait(false);
        await MapRuns.LoadAsync(cancellationToken).ConfigureAwait(false);
        int executions = await RecoverAtStartAsync(cancellationToken).ConfigureAwait(false);
        _recovered.SetResult();
        _calls?.Start();
        Logger.EngineStarted(stateMachines, executions);
    }

    /// <summary>Brings state machines and activities up to date with the storage.</summary>
    /// <returns>How many state machines there are.</returns>
    internal async Task<int> LoadDefinitionsAsync(CancellationToken cancellationToken)
    {
        await LoadActivitiesAsync(cancellationToken).ConfigureAwait(false);
        return await StateMachines.LoadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until nothing is queued and no task runs. Pending timers and waiting tokens do not count.</summary>
    internal Task WaitUntilIdleAsync(CancellationToken cancellationToken) => Idle.WaitAsync(cancellationToken);

    /// <summary>Stops intake, lets what runs go on within the drain limit, then cancels it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _lifecycle, 2) == 2)
        {
            return;
        }

        await DrainAsync().ConfigureAwait(false);
        Activities.Dispose();
        if (_calls is not null)
        {
            await _calls.DisposeAsync().ConfigureAwait(false);
        }

        _distant.Abandon(Disposed());
        foreach (Shard shard in _shards)
        {
            await shard.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Takes note that nobody awaits an attempt any more.</summary>
    internal void Forget(RunningTask task)
    {
        TaskTokens.Remove(task);
        if (task.Resource.Kind == TaskResourceKind.Activity)
        {
            Activities.Remove(task);
        }
    }

    internal void OnStarted(RunningExecution execution)
    {
        Logger.ExecutionStarted(execution.Arn);
        WorkflowTelemetry.OnStarted(execution);
        Emit(execution, execution.Result is null || execution.IsExpress ? execution.Record : execution.Record.AsRunning()); // it ended in the same round; that it ran is told all the same
    }

    internal void OnEnded(RunningExecution execution, ExecutionResult result)
    {
        if (result.Status is ExecutionStatus.Succeeded or ExecutionStatus.Aborted)
        {
            Logger.ExecutionEnded(execution.Arn, result.Status);
        }
        else
        {
            Logger.ExecutionFailed(execution.Arn, result.Status, result.Error);
        }

        WorkflowTelemetry.OnEnded(execution, result);
        Emit(execution, execution.Record);
    }

    internal static void OnAbandoned(RunningExecution execution) => WorkflowTelemetry.OnAbandoned(execution);

    private async Task DrainAsync()
    {
        using var limit = new CancellationTokenSource(_options.DrainTimeout, TimeProvider);
        try
        {
            await Idle.WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Logger.DrainTimedOut(_options.DrainTimeout);
        }
    }

    private void ThrowIfNotRunning()
    {
        switch (Volatile.Read(ref _lifecycle))
        {
            case 0:
                throw new InvalidOperationException("The bridge has not started yet.");
            case 2:
                throw Disposed();
        }
    }

    private void Emit(RunningExecution execution, ExecutionRecord record)
    {
        if (execution.IsExpress || _events is not { IsWanted: true })
        {
            return;
        }

        try
        {
            _events.OnStatusChanged(record);
        }
        catch (Exception exception)
        {
            Logger.StatusChangeFailed(exception, execution.Arn);
        }
    }

    private Shard ShardOf(string executionArn) => _shards[(uint)string.GetHashCode(executionArn, StringComparison.Ordinal) % (uint)_shards.Length];
}
