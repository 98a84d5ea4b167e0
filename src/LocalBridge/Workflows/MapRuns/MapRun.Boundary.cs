using System.Collections.Immutable;
using LocalBridge.Buckets;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.MapRuns;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Workflows.MapRuns.Items;
using LocalBridge.Workflows.MapRuns.Results;
using LocalBridge.Workflows.Running;
using LocalBridge.Workflows.Tasks;

namespace LocalBridge.Workflows.MapRuns;

internal sealed partial class MapRun
{
    private ObjectAccess CreateObjectAccess() => new(_engine.Tasks, _engine.Buckets, CreateContext);

    private TaskContext CreateContext(TaskResource resource, JsonValue input) =>
        new(_engine, _parent.Start, _plan.CreateTask(resource, input), NoTaskSubmitter.Instance);

    private async Task LoadAsync()
    {
        ImmutableArray<MapRunInput> inputs = [];
        TaskOutcome? failure = null;
        int itemCount = 0;
        try
        {
            // Children that are open in storage must be there before they can be joined.
            await _engine.Recovered.WaitAsync(_cancellation.Token).ConfigureAwait(false);
            ReadOnlyMemory<JsonValue> items = await new ItemSource(_plan, CreateObjectAccess()).ReadAsync(_cancellation.Token).ConfigureAwait(false);
            itemCount = items.Length;
            if (!_plan.TryCreateInputs(items.Span, out inputs, out StateError? error))
            {
                failure = TaskOutcome.Failed(error.Error, error.Cause);
            }
        }
        catch (ItemReaderException exception)
        {
            failure = TaskOutcome.Failed("States.ItemReaderFailed", exception.Message);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            // Nobody awaits it any more.
        }
        catch (Exception exception)
        {
            _engine.Logger.MapRunFailed(exception, Arn);
            failure = TaskOutcome.Failed("States.ItemReaderFailed", exception.Message);
        }

        lock (_lock)
        {
            _inputs = inputs;
            _outcomes = new MapRunOutcome[inputs.Length];
            _items.Total = itemCount;
            _executions.Total = inputs.Length;
            _failure = failure;
            _isLoaded = true;
        }

        Signal();
        _engine.Idle.Exit();
    }

    private async Task FinishAsync()
    {
        TaskOutcome? outcome = null;
        if (!_isCancelled)
        {
            outcome = await CreateOutcomeAsync().ConfigureAwait(false);
        }

        await CloseAsync(outcome switch
        {
            null => MapRunStatus.Aborted,
            { Kind: TaskOutcomeKind.Succeeded } => MapRunStatus.Succeeded,
            _ => MapRunStatus.Failed,
        }).ConfigureAwait(false);
        if (outcome is { } answer)
        {
            _observer?.Invoke(answer);
        }

        _engine.Idle.Exit();
    }

    private async Task<TaskOutcome> CreateOutcomeAsync()
    {
        var results = new MapRunResults(_plan, ChildAt, _outcomes, _next);
        try
        {
            JsonValue output = _plan.State.ResultWriter?.Resource is null
                ? results.Create()
                : await new ResultFiles(_plan, results, CreateObjectAccess()).WriteAsync(_cancellation.Token).ConfigureAwait(false);
            return _failure ?? TaskOutcome.Succeeded(output);
        }
        catch (Exception exception)
        {
            if (exception is not (ObjectFaultException or ItemReaderException or OperationCanceledException))
            {
                _engine.Logger.MapRunFailed(exception, Arn);
            }

            return _failure ?? TaskOutcome.Failed("States.ResultWriterFailed", exception.Message);
        }
    }

    /// <summary>Ends it and lets go of what it holds: only its description is still asked for.</summary>
    private async Task CloseAsync(MapRunStatus status)
    {
        lock (_lock)
        {
            _items.Write();
            _executions.Write();
            _status = status;
            _stopDate = _engine.TimeProvider.GetUtcNow();
            _inputs = [];
            _outcomes = [];
        }

        try
        {
            await _engine.MapRuns.CloseAsync(this).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Only what is told of it later is lost.
            _engine.Logger.MapRunNotKept(exception, Arn);
        }
    }
}
