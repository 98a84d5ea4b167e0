using System.Collections.Immutable;
using LocalBridge.Buckets;
using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.Storage;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Running;
using LocalBridge.Workflows.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace LocalBridge.Tests.Workflows.Support;

/// <summary>A workflow engine on virtual time with the functions, handlers and storage of one test.</summary>
internal sealed class TestBridge : IAsyncDisposable
{
    private readonly Dictionary<string, RegisteredFunction> _functions = [];
    private readonly Dictionary<string, TaskHandler> _handlers = [];
    private readonly List<KeyValuePair<string, IBucket>> _buckets = [];
    private readonly FakeLogCollector _logs = new();
    private WorkflowEngine? _engine;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public WorkflowOptions Options { get; } = new() { ShardCount = 2, DrainTimeout = TimeSpan.Zero };

    public IBridgeStorage? Storage { get; set; }

    public IExecutionEvents? Events { get; set; }

    public FakeLogCollector Logs => _logs;

    public WorkflowEngine Engine => _engine ?? throw new InvalidOperationException("The bridge has not started.");

    public TestBridge Function(string name, Func<JsonValue, JsonValue> function) =>
        Function(name, (input, _) => ValueTask.FromResult(function(input)));

    public TestBridge Function(string name, Func<JsonValue, CancellationToken, ValueTask<JsonValue>> function)
    {
        _functions.Add(name, new RegisteredFunction(name, (input, _, cancellationToken) => function(input, cancellationToken)));
        return this;
    }

    public TestBridge Handler(string resource, TaskHandler handler)
    {
        _handlers.Add(resource, handler);
        return this;
    }

    public TestBridge Bucket(string name, IBucket bucket)
    {
        _buckets.Add(KeyValuePair.Create(name, bucket));
        return this;
    }

    public async Task<TestBridge> StartAsync()
    {
        var arns = new StatesArns("us-east-1", "111111111111");
        var identifiers = new SequentialIdentifierSource();
        var buckets = new BucketRegistry(_buckets);
        _engine = new WorkflowEngine(
            Options,
            arns,
            Storage ??= new InMemoryStorage(timeProvider: Time),
            new TaskRouter(new FunctionRegistry(_functions.Values), _handlers, arns, identifiers, buckets: buckets),
            Time,
            identifiers,
            LoggerFactory.Create(logging => logging.AddProvider(new FakeLoggerProvider(_logs)).SetMinimumLevel(LogLevel.Information)),
            Events,
            buckets: buckets);
        await Storage.OpenAsync(CancellationToken.None);
        await _engine.StartAsync(CancellationToken.None);
        return this;
    }

    public Task<StateMachineDescription> CreateAsync(string name, string definition, StateMachineType type = StateMachineType.Standard) =>
        Engine.CreateStateMachineAsync(new CreateStateMachineRequest { Name = name, Definition = definition, Type = type });

    /// <summary>Creates a state machine and starts it once.</summary>
    public async Task<Execution> RunAsync(string definition, string input = "{}", StateMachineType type = StateMachineType.Standard)
    {
        await CreateAsync("machine", definition, type);
        return await Engine.StartAsync("machine", JsonValue.Parse(input));
    }

    /// <summary>Goes from one timer to the next until the task has ended.</summary>
    public async Task<T> AdvanceUntilAsync<T>(Task<T> task)
    {
        while (true)
        {
            await Engine.WaitUntilIdleAsync(CancellationToken.None);
            if (task.IsCompleted || Engine.NextTimerDueTime is not DateTimeOffset next)
            {
                return await task;
            }

            TimeSpan step = next - Time.GetUtcNow();
            Time.Advance(step > TimeSpan.Zero ? step : TimeSpan.FromMilliseconds(1));
        }
    }

    /// <summary>Lets time pass until the engine has nothing left to commit again.</summary>
    public async Task RecoverAsync()
    {
        Task idle = Engine.WaitUntilIdleAsync(CancellationToken.None);
        while (!idle.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    public async Task<ImmutableArray<HistoryEventType>> ReadHistoryTypesAsync(Execution execution)
    {
        HistoryPage page = await Engine.GetHistoryAsync(execution.ExecutionArn, new GetHistoryOptions { MaxResults = 1000 });
        return ImmutableArray.CreateRange(page.Events, historyEvent => historyEvent.Type);
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }
    }
}
