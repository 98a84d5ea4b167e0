using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.Storage;
using LocalBridge.Workflows.Definitions;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Persisting;
using LocalBridge.Workflows.Running;
using LocalBridge.Workflows.Tasks;
using TraceSpan = System.Diagnostics.Activity;

namespace LocalBridge.Workflows.MapRuns;

internal sealed partial class MapRun
{
    private static readonly TimeSpan StartRetryDelay = TimeSpan.FromSeconds(1);

    private StateMachineRevision? _revision; // touched by the thread that does the work only

    private bool IsExpress => _plan.State.ProcessorConfig.ExecutionType == ProcessorExecutionType.Express;

    private bool IsStopping
    {
        get
        {
            lock (_lock)
            {
                return _isStopping;
            }
        }
    }

    private MapRunChild ChildAt(int index)
    {
        string name = AttemptGuid.Create($"{Arn}#{index}").ToString();
        string machine = StateMachineName;
        string arn = IsExpress ? _engine.Arns.Express(machine, name, AttemptGuid.Create(name)) : _engine.Arns.Execution(machine, name);
        return MapRunChild.Of(index, name, arn, _inputs[index]);
    }

    private string StateMachineName => _plan.ChildStateMachineArn[(_plan.ChildStateMachineArn.LastIndexOf(':') + 1)..];

    private void Launch(MapRunChild child)
    {
        _engine.Idle.Enter();
        StateMachineRevision revision = _revision ??= CreateRevision();
        if (IsExpress)
        {
            // Each on a thread of its own, because an Express execution runs on the thread that starts it.
            ThreadPool.UnsafeQueueUserWorkItem(_ => RunExpress(child, revision), null);
        }
        else
        {
            _ = RunStandardAsync(child, revision);
        }
    }

    private void RunExpress(MapRunChild child, StateMachineRevision revision)
    {
        if (IsStopping)
        {
            OnNotStarted(child);
        }
        else
        {
            RunningExecution execution = Create(child, revision);
            _engine.RunInline(execution);
            Follow(child, execution);
        }

        _engine.Idle.Exit();
    }

    private async Task RunStandardAsync(MapRunChild child, StateMachineRevision revision)
    {
        try
        {
            while (!await TryRunStandardAsync(child, revision).ConfigureAwait(false))
            {
                await Task.Delay(StartRetryDelay, _engine.TimeProvider, _cancellation.Token).ConfigureAwait(false);
            }
        }
        catch (ObjectDisposedException)
        {
            // The bridge stops. Nothing may come of it: after a restart the Map Run goes on with all its children.
        }
        catch (OperationCanceledException)
        {
            // Nobody awaits the Map Run any more.
            OnNotStarted(child);
        }
        catch (Exception exception)
        {
            _engine.Logger.MapRunChildFailed(exception, child.Arn);
            End(child, _engine.TimeProvider.GetUtcNow(), new ExecutionResult(
                ExecutionStatus.Failed, default, "States.Runtime", exception.Message, _engine.TimeProvider.GetUtcNow()));
        }
        finally
        {
            _engine.Idle.Exit();
        }
    }

    /// <returns>Whether it runs or needs not; otherwise the storage cannot take it now.</returns>
    private async Task<bool> TryRunStandardAsync(MapRunChild child, StateMachineRevision revision)
    {
        if (IsStopping)
        {
            OnNotStarted(child);
            return true;
        }

        if (_isResumed && await TryTakeEndedAsync(child).ConfigureAwait(false))
        {
            return true;
        }

        var beginning = new ExecutionBeginning(Create(child, revision));
        beginning.Started.Shard.Post(beginning);
        try
        {
            Follow(child, await beginning.Task.ConfigureAwait(false));
            return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
        catch (ExecutionAlreadyExistsException)
        {
            // A commit that seemed to fail did take effect, and the execution has ended meanwhile.
            if (!await TryTakeEndedAsync(child).ConfigureAwait(false))
            {
                throw;
            }

            return true;
        }
    }

    /// <summary>Takes the result of a child that has ended before, if there is one in storage.</summary>
    private async ValueTask<bool> TryTakeEndedAsync(MapRunChild child)
    {
        StoredExecution? stored = await _engine.Storage.ReadExecutionAsync(child.Arn, _cancellation.Token).ConfigureAwait(false);
        if (stored is null or { Status: ExecutionStatus.Running })
        {
            return false;
        }

        ExecutionRecord record = _engine.Persistence.Read(stored);
        End(child, record.StartDate, new ExecutionResult(record.Status, record.Output, record.Error, record.Cause, record.StopDate ?? record.StartDate));
        return true;
    }

    private void Follow(MapRunChild child, RunningExecution execution)
    {
        execution.Completion.Observe(result => End(child, execution.Start.StartTime, result));

        // The wish to stop it may have come before it could be found.
        if (IsStopping)
        {
            _engine.RequestStop(child.Arn);
        }
    }

    private void OnNotStarted(MapRunChild child)
    {
        DateTimeOffset now = _engine.TimeProvider.GetUtcNow();
        End(child, now, new ExecutionResult(ExecutionStatus.Aborted, default, null, null, now));
    }

    private void End(MapRunChild child, DateTimeOffset startDate, ExecutionResult result)
    {
        _ended.Enqueue((child.Index, new MapRunOutcome(startDate, result)));
        Signal();
    }

    private RunningExecution Create(MapRunChild child, StateMachineRevision revision)
    {
        // The spans of the children are below that of their parent.
        TraceSpan? current = TraceSpan.Current;
        TraceSpan.Current = _parent.Span;
        try
        {
            return _engine.CreateChild(child, revision, Arn, IsExpress);
        }
        finally
        {
            TraceSpan.Current = current;
        }
    }

    private StateMachineRevision CreateRevision() => new(
        new StateMachineRecord
        {
            StateMachineArn = _plan.ChildStateMachineArn,
            Revision = _parent.Record.Revision.Number,
            Name = StateMachineName,
            Type = IsExpress ? StateMachineType.Express : StateMachineType.Standard,
            Definition = _plan.ChildDefinition.Json,
            RoleArn = _parent.Start.RoleArn,
            CreationDate = _startDate,
            UpdateDate = _parent.Record.Revision.Date,
        },
        _plan.ChildDefinition);
}
