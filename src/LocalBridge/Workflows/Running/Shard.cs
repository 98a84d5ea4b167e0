using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using LocalBridge.Workflows.Persisting;

namespace LocalBridge.Workflows.Running;

/// <summary>Owns a part of the executions: takes what happens to them from one inbox, steps them, commits, and then carries out what follows.</summary>
/// <remarks>
/// <para>The loop has no thread of its own. Whoever finds the shard at rest runs it: a thread of the pool that was asked to, or the one on which a task
/// just ended. One runs it at a time, so nothing in it needs a lock.</para>
/// <para>After the last round the same thread carries out one of the tasks that are to be done, when it no longer holds the shard. So a
/// sequence of short tasks runs on one thread without a hop, and a task that blocks holds up nobody but itself.</para>
/// </remarks>
internal sealed partial class Shard : ExecutionOwner, IThreadPoolWorkItem
{
    /// <summary>How much is taken from the inbox into one round, and so into one commit.</summary>
    private const int RoundLength = 1024;

    private const int AtRest = 0;
    private const int Running = 1;

    // Unbounded by itself; what is in it is bounded elsewhere: starts by WorkflowOptions.StartCapacity, answers by the tasks that were
    // dispatched, alarms to one for each shard, callers' requests by the callers who wait for their answer.
    private readonly Channel<ShardWork> _inbox = Channel.CreateUnbounded<ShardWork>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Queue<ShardWork> _ready = new(); // what the shard causes itself
    private readonly List<ShardWork> _round = [];
    private readonly List<RunningExecution> _dirty = [];
    private readonly Dictionary<string, RunningExecution> _executions = new(StringComparer.Ordinal);
    private readonly DueTimers _dueTimers = new();
    private RunningTask? _held; // the task that is carried out by the thread that runs the shard
    private int _state = AtRest;
    private int _surrenderedWork; // taken out of the round, and still to be counted as done
    private volatile bool _areTimersHeld;

    internal Shard(WorkflowEngine engine)
        : base(engine)
    {
        _batch = new CheckpointBatch(engine.Persistence);
        Timers = new ShardTimers(engine.TimeProvider, OnAlarm);
    }

    internal ShardTimers Timers { get; }

    /// <summary>Runs the shard; called by the pool for who has claimed it.</summary>
    public void Execute() => _ = RunAsync();

    /// <summary>Puts work into the inbox and sees to it that somebody runs the shard. May be called from any thread.</summary>
    internal void Post(ShardWork work)
    {
        Engine.Idle.Enter();
        Return(work);
        Wake();
    }

    /// <summary>Puts work that is counted as busy already into the inbox, without waking the shard. May be called from any thread.</summary>
    internal void Return(ShardWork work)
    {
        if (!_inbox.Writer.TryWrite(work))
        {
            work.OnAbandoned(WorkflowEngine.Disposed());
            Engine.Idle.Exit();
        }
    }

    /// <summary>Asks the pool to run the shard, unless somebody runs it.</summary>
    internal void Wake()
    {
        if (TryClaim())
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Runs the shard on the calling thread, unless somebody runs it.</summary>
    internal void TryRun()
    {
        if (TryClaim())
        {
            Execute();
        }
    }

    internal bool TryFind(string executionArn, [NotNullWhen(true)] out RunningExecution? execution) =>
        _executions.TryGetValue(executionArn, out execution);

    internal void Begin(RunningExecution execution) => _executions.Add(execution.Arn, execution);

    /// <summary>Lets an execution take part in the commit and carrying out of the round.</summary>
    internal void MarkDirty(RunningExecution execution)
    {
        if (!execution.IsDirty)
        {
            execution.IsDirty = true;
            _dirty.Add(execution);
        }
    }

    /// <summary>Goes on with an Express execution that its starter could not bring to its end.</summary>
    internal void Adopt(RunningExecution execution)
    {
        execution.IsOwnedByShard = true;
        Begin(execution);
        foreach (ExecutionTimer timer in execution.Timers)
        {
            Timers.Add(timer);
        }

        foreach (ShardWork work in execution.Deferred ?? [])
        {
            _ready.Enqueue(work);
        }

        execution.Deferred = null;
        MarkDirty(execution);
    }

    /// <summary>Takes a submitted attempt back after a restart, without dispatching it.</summary>
    internal void AwaitSubmitted(RunningExecution execution, ScheduleTaskCommand command) => Await(execution, command).MarkSubmitted();

    /// <summary>Lets no timer fire until <see cref="ReleaseTimers"/>. Called before the shard runs.</summary>
    internal void HoldTimers() => _areTimersHeld = true;

    internal void ReleaseTimers() => _areTimersHeld = false;

    private bool TryClaim() => Interlocked.CompareExchange(ref _state, Running, AtRest) == AtRest;

    private void OnAlarm()
    {
        if (_dueTimers.TryPost())
        {
            Post(_dueTimers);
        }
    }

    private async Task RunAsync()
    {
        while (true)
        {
            while (TakeRound())
            {
                await FinishRoundAsync().ConfigureAwait(false);
            }

            // From here on another thread may be in the shard: nothing of it may be touched but the inbox.
            RunningTask? held = _held;
            _held = null;
            Interlocked.Exchange(ref _state, AtRest);

            // Who posted before the line above found the shard taken and went away.
            if (_inbox.Reader.TryPeek(out _) && TryClaim())
            {
                if (held is not null)
                {
                    ThreadPool.UnsafeQueueUserWorkItem(held, preferLocal: true);
                }

                continue;
            }

            if (held is null || !held.Invoke())
            {
                return;
            }

            Return(held);
            if (!TryClaim())
            {
                return;
            }
        }
    }

    private bool TakeRound()
    {
        for (int ready = _ready.Count; ready > 0; ready--)
        {
            Apply(_ready.Dequeue());
        }

        while (_round.Count < RoundLength && _inbox.Reader.TryRead(out ShardWork? work))
        {
            Apply(work);
        }

        return _round.Count > 0;
    }

    private void Apply(ShardWork work)
    {
        if (_held is not null)
        {
            // There is more to do for this thread than the task it meant to carry out.
            ThreadPool.UnsafeQueueUserWorkItem(_held, preferLocal: true);
            _held = null;
        }

        if (work.Execution is { IsOwnedByShard: false } execution)
        {
            // Its starter is still at it; the work waits, counted as busy, until he hands the execution over.
            (execution.Deferred ??= []).Add(work);
            return;
        }

        _round.Add(work);
        try
        {
            work.Apply(this);
        }
        catch (Exception exception)
        {
            // Not to be expected: every step contains its own faults.
            Engine.Logger.ShardFailed(exception);
            _round.RemoveAt(_round.Count - 1);
            work.OnAbandoned(exception);
            Engine.Idle.Exit();
        }
    }

    private async ValueTask FinishRoundAsync()
    {
        try
        {
            await CommitAsync().ConfigureAwait(false);
            CarryOutRound();
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            AbandonRound(WorkflowEngine.Disposed());
        }
        catch (StorageFencedException fenced)
        {
            Surrender(fenced);
            CarryOutRound();
        }
        catch (Exception exception)
        {
            // Not to be expected: a commit that fails is repeated, and commands contain their own faults.
            Engine.Logger.ShardFailed(exception);
            AbandonRound(exception);
        }

        int count = _round.Count + _surrenderedWork;
        _surrenderedWork = 0;
        _round.Clear();
        _dirty.Clear();
        if (_stop is null)
        {
            SetAlarm();
        }
        else
        {
            Stop(_stop);
        }

        Engine.Idle.Exit(count);
    }

    private void SetAlarm()
    {
        if (_areTimersHeld)
        {
            return;
        }

        Timers.SetAlarm();
        if (Timers.NextDueTime <= Engine.TimeProvider.GetUtcNow())
        {
            OnAlarm();
        }
    }
}
