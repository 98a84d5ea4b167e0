using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.StatesLanguage.MapRuns;
using LocalBridge.Workflows.Running;
using LocalBridge.Workflows.Tasks;

namespace LocalBridge.Workflows.MapRuns;

/// <summary>Represents one run of a distributed Map state: gets the items, runs a child execution for each item or batch, as many at once as allowed,
/// and answers the state.</summary>
/// <remarks>
/// <para>Safe for use from any thread. It has no thread of its own: what happens to it is queued, and one thread of the pool at a time works it off.</para>
/// <para>It keeps nothing in storage. Its command is stored with the parent execution and says everything; the children are stored by themselves.</para>
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A cancellation source without a timer and without links has nothing to dispose.")]
internal sealed partial class MapRun : ITaskJob, IThreadPoolWorkItem
{
    private readonly Lock _lock = new(); // guards all that changes, but for the queue, the signals and the observer
    private readonly ConcurrentQueue<(int Index, MapRunOutcome Outcome)> _ended = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly WorkflowEngine _engine;
    private readonly RunningExecution _parent;
    private readonly MapRunPlan _plan;
    private readonly MapRunTally _items = new();
    private readonly MapRunTally _executions = new();
    private readonly HashSet<int> _running = [];
    private readonly DateTimeOffset _startDate;
    private readonly bool _isResumed;
    private ImmutableArray<MapRunInput> _inputs = [];
    private MapRunOutcome[] _outcomes = [];
    private MapRunBounds _bounds;
    private TaskOutcome? _failure;
    private int _next;
    private bool _isLoaded;
    private bool _isCancelled;
    private bool _isStopping;
    private volatile bool _isAbandoned; // this process gave the parent up: nothing may come of it here any more
    private bool _isFinishing;
    private MapRunStatus _status;
    private DateTimeOffset? _stopDate;
    private int _signals; // what has happened since the work was last done
    private Action<TaskOutcome>? _observer; // set before the start

    internal MapRun(WorkflowEngine engine, RunningExecution parent, MapRunPlan plan)
    {
        _engine = engine;
        _parent = parent;
        _plan = plan;
        _startDate = engine.TimeProvider.GetUtcNow();
        _isResumed = parent.IsRecovered;
        _bounds = new MapRunBounds(plan.MaxConcurrency, plan.ConcurrencyLimit, plan.ToleratedFailureCount, plan.ToleratedFailurePercentage);
    }

    internal string Arn => _plan.MapRunArn;

    internal string ExecutionArn => _parent.Arn;

    /// <inheritdoc/>
    public void OnEnded(Action<TaskOutcome> observer) => _observer = observer;

    /// <inheritdoc/>
    public void Cancel()
    {
        lock (_lock)
        {
            _isCancelled = true;
        }

        // On the pool, because what a handler registered with its token is not for the shard to run.
        ThreadPool.UnsafeQueueUserWorkItem(static run => run.CancelNow(), this, preferLocal: false);
        Signal();
    }

    /// <inheritdoc/>
    public void Abandon()
    {
        _isAbandoned = true;
        ThreadPool.UnsafeQueueUserWorkItem(static run => run.CancelNow(), this, preferLocal: false);
        Signal();
    }

    /// <summary>Works off what has happened.</summary>
    public void Execute()
    {
        int signals;
        do
        {
            signals = Volatile.Read(ref _signals);
            Work();
        }
        while (Interlocked.Add(ref _signals, -signals) != 0);
        _engine.Idle.Exit();
    }

    /// <summary>Begins to read the items, on a thread of the pool.</summary>
    internal void Start()
    {
        _engine.Idle.Enter();
        ThreadPool.UnsafeQueueUserWorkItem(static run => _ = run.LoadAsync(), this, preferLocal: false);
    }

    internal MapRunDescription Describe()
    {
        lock (_lock)
        {
            return new MapRunDescription
            {
                MapRunArn = Arn,
                ExecutionArn = ExecutionArn,
                StateMachineArn = _plan.ChildStateMachineArn,
                Status = _status,
                StartDate = _startDate,
                StopDate = _stopDate,
                MaxConcurrency = _bounds.MaxConcurrency,
                ToleratedFailureCount = _bounds.ToleratedFailureCount ?? 0,
                ToleratedFailurePercentage = _bounds.ToleratedFailurePercentage ?? 0,
                ItemCounts = _items.Count(),
                ExecutionCounts = _executions.Count(),
            };
        }
    }

    /// <summary>Changes the bounds while it runs.</summary>
    internal void Update(UpdateMapRunRequest request)
    {
        lock (_lock)
        {
            _bounds = _bounds.With(request, _parent.State.Limits.MaximumMapRunConcurrency);
        }

        Signal();
    }

    private void Signal()
    {
        if (Interlocked.Increment(ref _signals) == 1)
        {
            _engine.Idle.Enter();
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private void CancelNow()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (AggregateException exception)
        {
            _engine.Logger.TaskCancellationFailed(exception, ExecutionArn, _plan.State.Name);
        }
    }

    private void Work()
    {
        List<MapRunChild> starts = [];
        List<MapRunChild> stops = [];
        bool isFinished;
        lock (_lock)
        {
            while (_ended.TryDequeue(out (int Index, MapRunOutcome Outcome) end))
            {
                TakeEnd(end.Index, end.Outcome);
            }

            if (!_isLoaded || _isFinishing || _isAbandoned)
            {
                return;
            }

            if (!_isStopping && IsToStop())
            {
                _isStopping = true;
                stops.AddRange(_running.Select(ChildAt));
            }

            while (!_isStopping && _next < _inputs.Length && _running.Count < _bounds.ConcurrencyLimit)
            {
                starts.Add(TakeNext());
            }

            isFinished = _isFinishing = _running.Count == 0 && (_isStopping || _next == _inputs.Length);
        }

        starts.ForEach(Launch);
        stops.ForEach(child => _engine.RequestStop(child.Arn));
        if (isFinished)
        {
            _engine.Idle.Enter();
            _ = FinishAsync();
        }
    }

    private void TakeEnd(int index, in MapRunOutcome outcome)
    {
        _running.Remove(index);
        _outcomes[index] = outcome;
        _executions.End(1, outcome.Result.Status);
        _items.End(_inputs[index].ItemCount, outcome.Result.Status);
    }

    private MapRunChild TakeNext()
    {
        int index = _next++;
        _running.Add(index);
        _executions.Start(1);
        _items.Start(_inputs[index].ItemCount);
        return ChildAt(index);
    }

    private bool IsToStop()
    {
        if (_failure is null && !_isCancelled && _bounds.IsExceeded(_items))
        {
            _failure = TaskOutcome.Failed("States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded");
        }

        return _isCancelled || _failure is not null;
    }
}
