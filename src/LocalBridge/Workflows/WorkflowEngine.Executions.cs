using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using LocalBridge.Workflows.Definitions;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.MapRuns;
using LocalBridge.Workflows.Persisting;
using LocalBridge.Workflows.Running;

namespace LocalBridge.Workflows;

internal sealed partial class WorkflowEngine
{
    /// <inheritdoc/>
    public Task<Execution> StartAsync(
        string stateMachine,
        JsonValue input,
        StartExecutionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfNotRunning();
        StateMachineRevision revision = StateMachines.Get(_arns.ToStateMachineArn(stateMachine));
        if (options?.Name is not null)
        {
            StatesNames.Check(options.Name);
        }

        if (input.IsUndefined)
        {
            input = JsonValue.EmptyObject;
        }

        CheckSize(input);
        return revision.Record.Type == StateMachineType.Express
            ? StartExpressAsync(revision, input, options?.Name)
            : StartStandardAsync(revision, input, options?.Name, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Execution> GetExecutionAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        ThrowIfNotRunning();
        StatesArns.CheckExecution(executionArn);
        var look = new ExecutionLookup(executionArn);
        ShardOf(executionArn).Post(look);
        RunningExecution? running = await look.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (running is not null)
        {
            return ToHandle(running);
        }

        ExecutionRecord record = await ReadAsync(executionArn, cancellationToken).ConfigureAwait(false);
        ExecutionCompletion completion = record.Status != ExecutionStatus.Running
            ? ExecutionCompletion.Of(record.ToResult())
            : Storage.LeaseDuration is null ? throw new ExecutionDoesNotExistException(executionArn) : AwaitElsewhere(executionArn);
        return new Execution(executionArn, record.Name, record.StateMachineArn, record.StartDate, completion);
    }

    /// <inheritdoc/>
    public async Task<ExecutionDescription> DescribeAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        ThrowIfNotRunning();
        StatesArns.CheckExecution(executionArn);
        return Describe(await ReadAsync(executionArn, cancellationToken).ConfigureAwait(false), TimeProvider.GetUtcNow());
    }

    /// <inheritdoc/>
    public async Task<HistoryPage> GetHistoryAsync(
        string executionArn,
        GetHistoryOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ThrowIfNotRunning();
        StatesArns.CheckExecution(executionArn);
        options ??= new GetHistoryOptions();
        int count = PageSize.Check(options.MaxResults);
        long first = options.ReverseOrder ? long.MaxValue : 1;
        if (options.NextToken is not null
            && !(long.TryParse(options.NextToken, NumberStyles.None, CultureInfo.InvariantCulture, out first) && first > 0))
        {
            throw new InvalidTokenException("Invalid token");
        }

        await ReadAsync(executionArn, cancellationToken).ConfigureAwait(false);

        // One more than wanted tells whether there is a next page, and its id where that begins.
        ImmutableArray<HistoryChunk> chunks = await Storage
            .ReadHistoryAsync(executionArn, first, count + 1, options.ReverseOrder, cancellationToken)
            .ConfigureAwait(false);
        ImmutableArray<HistoryEvent> events = Persistence.ReadHistory(chunks, first, count + 1, options.ReverseOrder);
        return events.Length <= count
            ? new HistoryPage(events, null)
            : new HistoryPage(events[..count], events[count].Id.ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public async Task<ExecutionPage> ListExecutionsAsync(
        string stateMachine,
        ListExecutionsOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ThrowIfNotRunning();
        StateMachineRevision revision = StateMachines.Get(_arns.ToStateMachineArn(stateMachine));
        if (revision.Record.Type == StateMachineType.Express)
        {
            throw new StateMachineTypeNotSupportedException();
        }

        options ??= new ListExecutionsOptions();
        var query = new ExecutionQuery(
            revision.Record.StateMachineArn,
            options.StatusFilter,
            PageSize.Check(options.MaxResults),
            options.NextToken);
        try
        {
            StoredExecutionPage page = await Storage.ReadExecutionsAsync(query, cancellationToken).ConfigureAwait(false);
            return new ExecutionPage(ImmutableArray.CreateRange(page.Executions, stored => Describe(Persistence.Read(stored), TimeProvider.GetUtcNow())), page.NextToken);
        }
        catch (FormatException)
        {
            throw new InvalidTokenException("Invalid token");
        }
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset> StopAsync(
        string executionArn,
        string? error = null,
        string? cause = null,
        CancellationToken cancellationToken = default)
    {
        ThrowIfNotRunning();
        StatesArns.CheckExecution(executionArn);
        FailureText.Check(error, cause);
        return await StopHereAsync(executionArn, error, cause, cancellationToken).ConfigureAwait(false)
            ?? await StopElsewhereAsync(executionArn, error, cause, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>When it ended; null when it runs, but not here.</returns>
    private async Task<DateTimeOffset?> StopHereAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken)
    {
        var stop = new ExecutionStop(executionArn, error, cause);
        ShardOf(executionArn).Post(stop);
        return await stop.Task.WaitAsync(cancellationToken).ConfigureAwait(false)
            ?? (await ReadAsync(executionArn, cancellationToken).ConfigureAwait(false)).StopDate;
    }

    /// <summary>Stops an execution without waiting for it.</summary>
    internal void RequestStop(string executionArn) => ShardOf(executionArn).Post(new ExecutionStop(executionArn, null, null));

    /// <summary>Runs an Express execution on the calling thread, to its end or to where it has to wait.</summary>
    internal void RunInline(RunningExecution execution)
    {
        InlineRun run = _inlineRuns.TryTake(out InlineRun? idle) ? idle : new InlineRun(this);
        run.Run(execution);
        _inlineRuns.Add(run);
    }

    /// <summary>Makes a child execution of a Map Run, which its Map Run then starts.</summary>
    internal RunningExecution CreateChild(MapRunChild child, StateMachineRevision revision, string mapRunArn, bool isExpress) =>
        Create(ShardOf(child.Arn), revision, child.Input, child.Arn, child.Name, isExpress, mapRunArn, child);

    private static ExecutionDescription Describe(ExecutionRecord record, DateTimeOffset now)
    {
        RedriveEligibility redrive = RedriveEligibility.Of(record.Status, record.StopDate, now);
        return new ExecutionDescription
        {
            ExecutionArn = record.ExecutionArn,
            StateMachineArn = record.StateMachineArn,
            Name = record.Name,
            Status = record.Status,
            StartDate = record.StartDate,
            StopDate = record.StopDate,
            MapRunArn = record.Start.MapRunArn,
            Input = record.Input,
            Output = record.Output,
            Error = record.Error,
            Cause = record.Cause,
            RedriveStatus = redrive.Status,
            RedriveStatusReason = redrive.Reason,
        };
    }

    private static Execution ToHandle(RunningExecution execution) => new(
        execution.Arn,
        execution.Start.ExecutionName,
        execution.Start.StateMachineArn,
        execution.Start.StartTime,
        execution.Completion);

    private async Task<Execution> StartStandardAsync(
        StateMachineRevision revision,
        JsonValue input,
        string? name,
        CancellationToken cancellationToken)
    {
        bool isGenerated = name is null;
        name ??= _identifiers.NewOrderedGuid(TimeProvider.GetUtcNow()).ToString();
        string arn = _arns.Execution(revision.Record.Name, name);
        await _starts.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowIfNotRunning();
            Shard shard = ShardOf(arn);
            if (shard.StorageFailure is Exception failure)
            {
                throw StorageUnavailableException.NotAccepted($"The execution '{arn}'", failure);
            }

            if (!isGenerated
                && await Storage.ReadExecutionAsync(arn, cancellationToken).ConfigureAwait(false) is { } stored
                && stored.Status != ExecutionStatus.Running)
            {
                throw new ExecutionAlreadyExistsException(arn);
            }

            var beginning = new ExecutionBeginning(Create(shard, revision, input, arn, name, isExpress: false));
            shard.Post(beginning);
            CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
                static (state, token) => ((ExecutionBeginning)state!).Cancel(token),
                beginning);
            await using (registration.ConfigureAwait(false))
            {
                return ToHandle(await beginning.Task.ConfigureAwait(false));
            }
        }
        finally
        {
            _starts.Release();
        }
    }

    private async Task<Execution> StartExpressAsync(StateMachineRevision revision, JsonValue input, string? name)
    {
        name ??= _identifiers.NewGuid().ToString();
        string arn = _arns.Express(revision.Record.Name, name, _identifiers.NewGuid());
        Shard shard = ShardOf(arn);
        RunningExecution execution = Create(shard, revision, input, arn, name, isExpress: true);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            // Workflows that start each other must not exhaust the stack of the first one's starter.
            execution.IsOwnedByShard = true;
            var beginning = new ExecutionBeginning(execution);
            shard.Post(beginning);
            return ToHandle(await beginning.Task.ConfigureAwait(false));
        }

        RunInline(execution);
        return ToHandle(execution);
    }

    private RunningExecution Create(
        Shard shard, StateMachineRevision revision, JsonValue input, string arn, string name, bool isExpress, string? mapRunArn = null, MapRunChild? child = null)
    {
        StateMachineRecord stateMachine = revision.Record;
        DateTimeOffset startTime = TimeProvider.GetUtcNow();
        var start = new ExecutionStart
        {
            ExecutionArn = arn,
            ExecutionName = name,
            StateMachineArn = stateMachine.StateMachineArn,
            StateMachineName = stateMachine.Name,
            RoleArn = stateMachine.RoleArn,
            Input = input,
            StartTime = startTime,
            Seed = _identifiers.NewSeed(),
            IsExpress = isExpress,
            RecordsHistory = !isExpress,
            MapRunArn = mapRunArn,
            MapItem = child?.Item ?? JsonValue.Undefined,
            MapItemIndex = child?.Index ?? 0,
        };
        var record = new ExecutionRecord
        {
            Start = start,
            Revision = revision.Key,
            Status = ExecutionStatus.Running,
        };
        return new RunningExecution(shard, new ExecutionState(revision.Definition, start, _options.Limits), record)
        {
            IsNew = true,
            Span = WorkflowTelemetry.CreateExecutionSpan(arn, stateMachine.Name),
        };
    }

    private void CheckSize(JsonValue input)
    {
        int length = input.GetUtf8Length();
        if (length > _options.Limits.MaximumPayloadLength)
        {
            throw new InvalidExecutionInputException(
                string.Create(CultureInfo.InvariantCulture, $"it has {length} bytes, more than the {_options.Limits.MaximumPayloadLength} allowed"));
        }
    }

    private async ValueTask<ExecutionRecord> ReadAsync(string executionArn, CancellationToken cancellationToken) =>
        await Storage.ReadExecutionAsync(executionArn, cancellationToken).ConfigureAwait(false) is StoredExecution stored
            ? Persistence.Read(stored)
            : throw new ExecutionDoesNotExistException(executionArn);
}
