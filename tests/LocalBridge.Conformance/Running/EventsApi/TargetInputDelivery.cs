using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Time;
using LocalBridge.EventBuses;
using LocalBridge.Events;
using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.Rules;
using LocalBridge.Targets;

namespace LocalBridge.Conformance.Running.EventsApi;

/// <summary>Delivers the event of one case through a rule of a host to a function, which keeps what it received.</summary>
internal sealed class TargetInputDelivery(JsonElement @case)
{
    private const string FunctionName = "receiver";
    private const string DefaultAccount = "111111111111";
    private const string DefaultRegion = "us-east-1";
    private const string Everything = """{"source":[{"exists":true}]}""";

    private readonly ConcurrentQueue<string> _received = new();
    private readonly JsonElement _event = @case.Member("event");
    private readonly JsonElement _target = @case.GetProperty("target");

    private string Account => _event.Text("account") ?? DefaultAccount;

    private string Region => _event.Text("region") ?? DefaultRegion;

    /// <summary>Puts rule and target, publishes the event and waits for its delivery.</summary>
    /// <returns>The texts the target received.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var time = new VirtualTimeProvider(TimeOf(@case.Text("ingestionTime")));
        await using var host = LocalBridgeHost.Create(bridge => bridge
            .UseTimeProvider(time)
            .UseAccount(Account)
            .UseRegion(Region)
            .AddFunction(FunctionName, Receive));
        await host.StartAsync(cancellationToken);
        string? eventBusName = await PutRuleAsync(host, cancellationToken);
        if (_event.ValueKind == JsonValueKind.Undefined)
        {
            return [];
        }

        string eventId = await PublishAsync(host, eventBusName, cancellationToken);
        await host.WaitUntilIdle(cancellationToken);

        // The id of the case was made up; the host gave the event one of its own.
        return [.. _received.Select(text => text.Replace(eventId, _event.RequiredText("id"), StringComparison.Ordinal))];
    }

    private ValueTask<JsonValue> Receive(JsonValue input, FunctionContext context, CancellationToken cancellationToken)
    {
        _received.Enqueue(input.ToJson());
        return ValueTask.FromResult(JsonValue.Null);
    }

    private async Task<string?> PutRuleAsync(LocalBridgeHost host, CancellationToken cancellationToken)
    {
        // arn:aws:events:REGION:ACCOUNT:rule/BUS/NAME, or rule/NAME on the default bus
        string[] path = (@case.Member("rule").Text("arn") ?? "rule/rule").Split('/');
        string? eventBusName = path.Length > 2 ? path[1] : null;
        if (eventBusName is not null)
        {
            await host.EventBuses.CreateEventBusAsync(new CreateEventBusRequest { Name = eventBusName }, cancellationToken);
        }

        string ruleName = @case.Member("rule").Text("name") ?? path[^1];
        await host.Rules.PutRuleAsync(new PutRuleRequest { Name = ruleName, EventPattern = Everything, EventBusName = eventBusName }, cancellationToken);
        await host.Rules.PutTargetsAsync(ruleName, [ReadTarget()], eventBusName, cancellationToken);
        return eventBusName;
    }

    private Target ReadTarget() => new()
    {
        Id = @case.Text("targetId") ?? "target",
        Arn = $"arn:aws:lambda:{Region}:{Account}:function:{FunctionName}",
        Input = _target.Text("Input"),
        InputPath = _target.Text("InputPath"),
        InputTransformer = _target.Has("InputTransformer") ? ReadTransformer(_target.GetProperty("InputTransformer")) : null,
    };

    private static InputTransformer ReadTransformer(JsonElement transformer) => new()
    {
        InputTemplate = transformer.RequiredText("InputTemplate"),
        InputPathsMap = transformer.Has("InputPathsMap")
            ? transformer.GetProperty("InputPathsMap").EnumerateObject().ToImmutableDictionary(static path => path.Name, static path => path.Value.GetString()!)
            : ImmutableDictionary<string, string>.Empty,
    };

    private async Task<string> PublishAsync(LocalBridgeHost host, string? eventBusName, CancellationToken cancellationToken)
    {
        var entry = new PutEventsEntry
        {
            Source = _event.Text("source"),
            DetailType = _event.Text("detail-type"),
            Detail = _event.GetProperty("detail").GetRawText(),
            Resources = [.. _event.Has("resources") ? _event.GetProperty("resources").EnumerateArray().Select(static resource => resource.GetString()!) : []],
            Time = TimeOf(_event.Text("time")),
            EventBusName = eventBusName,
        };
        PutEventsResponse response = await (eventBusName is null ? host.EventBus : host.EventBuses.GetEventBus(eventBusName)).PutEventsAsync([entry], cancellationToken);
        return response.Entries[0].EventId ?? throw new InvalidOperationException($"The event was refused: {response.Entries[0].ErrorMessage}");
    }

    private static DateTimeOffset TimeOf(string? text) => text is null
        ? DateTimeOffset.UnixEpoch
        : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
