using System.Collections.Immutable;
using LocalBridge.Errors;
using LocalBridge.Json;
using LocalBridge.Rules;
using LocalBridge.Targets;
using LocalBridge.Tests.Support;

namespace LocalBridge.Tests.Rules;

[CancelAfter(10_000)]
public sealed class RuleServiceTests
{
    private const string Pattern = """{"source":["s"]}""";

    private static readonly Target ShipTarget = new() { Id = "t", Arn = "arn:aws:lambda:us-east-1:000000000000:function:ship" };

    [Test]
    public async Task PutRule_New_IsDescribed()
    {
        await using TestBridge bridge = Create();
        var request = new PutRuleRequest { Name = "r", EventPattern = Pattern, EventBusName = "other", Description = "d" };

        PutRuleResponse put = await bridge.Host.Rules.PutRuleAsync(request);

        Rule rule = await bridge.Host.Rules.DescribeRuleAsync("r", "other");
        Assert.That(put.RuleArn, Is.EqualTo("arn:aws:events:us-east-1:000000000000:rule/other/r"));
        Assert.That(rule, Is.EqualTo(new Rule
        {
            Name = "r",
            Arn = put.RuleArn,
            EventBusName = "other",
            EventPattern = Pattern,
            Description = "d",
            CreatedBy = "000000000000",
        }));
    }

    [Test]
    public async Task PutRule_Again_ReplacesAndKeepsTargets()
    {
        await using TestBridge bridge = Create();
        IRules rules = bridge.Host.Rules;
        await rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = Pattern, State = RuleState.Disabled });
        await rules.PutTargetsAsync("r", [ShipTarget]);

        await rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = """{"source":["x"]}""" });

        Rule rule = await rules.DescribeRuleAsync("r");
        Assert.That((rule.EventPattern, rule.State), Is.EqualTo(("""{"source":["x"]}""", RuleState.Enabled)));
        Assert.That((await TargetsAsync(bridge)).Single(), Is.EqualTo(ShipTarget));
        Assert.That(rule.Arn, Is.EqualTo("arn:aws:events:us-east-1:000000000000:rule/r"));
    }

    [TestCase("a b", Pattern, @"Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+")]
    [TestCase("r", "", "Parameter(s) EventPattern or ScheduleExpression must be specified.")]
    public async Task PutRule_Malformed_Throws(string name, string pattern, string message)
    {
        await using TestBridge bridge = Create();

        await Assert.ThatAsync(
            async () => await bridge.Host.Rules.PutRuleAsync(new PutRuleRequest { Name = name, EventPattern = pattern }),
            Throws.TypeOf<ValidationException>().With.Message.Contains(message));
    }

    [Test]
    public async Task PutRule_TooLong_ReportsEveryConstraint()
    {
        await using TestBridge bridge = Create();
        var request = new PutRuleRequest { Name = new string('x', 65), EventPattern = new string(' ', 4097), Description = new string('d', 513) };

        await Assert.ThatAsync(
            async () => await bridge.Host.Rules.PutRuleAsync(request),
            Throws.TypeOf<ValidationException>().With.Message.StartsWith("3 validation errors detected: "));
    }

    [Test]
    public async Task PutRule_InvalidPattern_ThrowsInTheServicesWords()
    {
        await using TestBridge bridge = Create();

        await Assert.ThatAsync(
            async () => await bridge.Host.Rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = """{"source":"s"}""" }),
            Throws.TypeOf<InvalidEventPatternException>().With.Message.StartsWith("Event pattern is not valid. Reason: "));
    }

    [Test]
    public async Task UnknownRule_EveryOperation_Throws()
    {
        await using TestBridge bridge = Create();
        IRules rules = bridge.Host.Rules;
        Func<Task>[] operations =
        [
            () => rules.DescribeRuleAsync("r"),
            () => rules.EnableRuleAsync("r"),
            () => rules.DisableRuleAsync("r"),
            () => rules.PutTargetsAsync("r", [ShipTarget]),
            () => rules.RemoveTargetsAsync("r", ["t"]),
            () => rules.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = "r" }),
        ];

        foreach (Func<Task> operation in operations)
        {
            await Assert.ThatAsync(
                operation, Throws.TypeOf<ResourceNotFoundException>().With.Message.EqualTo("Rule r does not exist on EventBus default."));
        }

        await Assert.ThatAsync(() => rules.DeleteRuleAsync("r"), Throws.Nothing);
    }

    [Test]
    public async Task UnknownBus_EveryOperation_Throws()
    {
        await using TestBridge bridge = Create();
        IRules rules = bridge.Host.Rules;
        Func<Task>[] operations =
        [
            () => rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = Pattern, EventBusName = "nowhere" }),
            () => rules.ListRulesAsync(new ListRulesRequest { EventBusName = "nowhere" }),
            () => rules.DeleteRuleAsync("r", "nowhere"),
            () => rules.DescribeRuleAsync("r", "nowhere"),
        ];

        foreach (Func<Task> operation in operations)
            await Assert.ThatAsync(operation, Throws.TypeOf<ResourceNotFoundException>().With.Message.EqualTo("Event bus nowhere does not exist."));
    }

    [Test]
    public async Task DeleteRule_WithTargets_Throws()
    {
        await using TestBridge bridge = await CreateWithRuleAsync();
        await bridge.Host.Rules.PutTargetsAsync("r", [ShipTarget]);

        await Assert.ThatAsync(
            async () => await bridge.Host.Rules.DeleteRuleAsync("r"),
            Throws.TypeOf<ValidationException>().With.Message.EqualTo("Rule can't be deleted since it has targets."));
        await bridge.Host.Rules.RemoveTargetsAsync("r", ["t"]);
        await bridge.Host.Rules.DeleteRuleAsync("r");

        Assert.That((await bridge.Host.Rules.ListRulesAsync(new ListRulesRequest())).Rules, Is.Empty);
    }

    [Test]
    public async Task DisableRule_Rule_MatchesNothing(CancellationToken cancellationToken)
    {
        var received = new Received<LocalBridge.Events.EventEnvelope>();
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.Handler(received.Add))));

        await bridge.Host.Rules.DisableRuleAsync("r", cancellationToken: cancellationToken);
        await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await bridge.Host.Rules.EnableRuleAsync("r", cancellationToken: cancellationToken);
        await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        Assert.That(received.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task PutTargets_Sixth_ThrowsAndChangesNothing()
    {
        await using TestBridge bridge = await CreateWithRuleAsync();
        Target[] six = [.. Enumerable.Range(0, 6).Select(index => ShipTarget with { Id = $"t{index}" })];

        await Assert.ThatAsync(
            async () => await bridge.Host.Rules.PutTargetsAsync("r", six),
            Throws.TypeOf<LimitExceededException>().With.Message.EqualTo("The requested resource exceeds the maximum number allowed."));
        Assert.That(await TargetsAsync(bridge), Is.Empty);
        PutTargetsResponse five = await bridge.Host.Rules.PutTargetsAsync("r", six[..5]);
        Assert.That((five.FailedEntryCount, five.FailedEntries.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task PutTargets_SameId_Replaces()
    {
        await using TestBridge bridge = await CreateWithRuleAsync();
        await bridge.Host.Rules.PutTargetsAsync("r", [ShipTarget with { InputPath = "$.detail" }]);

        await bridge.Host.Rules.PutTargetsAsync("r", [ShipTarget with { InputPath = "$.notexisting" }]);

        Assert.That((await TargetsAsync(bridge)).Single().InputPath, Is.EqualTo("$.notexisting"));
    }

    private static IEnumerable<TestCaseData> BadTargets()
    {
        const string oneInput = "Only one of Input, InputPath, or InputTransformer must be provided for target t.";
        yield return Case(ShipTarget with { Id = "!@#" }, @"Value '!@#' at 'targets.1.member.id' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+");
        yield return Case(ShipTarget with { Id = new string('x', 65) }, "at 'targets.1.member.id' failed to satisfy constraint: Member must have length less than or equal to 64");
        yield return Case(ShipTarget with { Input = "{}", InputPath = "$" }, oneInput);
        yield return Case(ShipTarget with { Input = "{" }, "JSON syntax error in input for target t");
        yield return Case(ShipTarget with { InputPath = "detail" }, "a path starts with '$'");
        yield return Case(ShipTarget with { InputPath = "$.a[x]" }, "at position 4");
        yield return Case(ShipTarget with { InputPath = "$..a" }, "a field name is expected");
        yield return Case(Transformed("\"<x>\""), "InputTemplate for target t contains invalid placeholder x.");
        yield return Case(Transformed("hello"), "Invalid InputTemplate for target t");
        yield return Case(Transformed("{}", "AWSx", "$"), "reserved");
        yield return Case(Transformed("{}", "x", "y"), "a path starts with '$'");
        yield return Case(
            ShipTarget with { RetryPolicy = new RetryPolicy { MaximumRetryAttempts = 186 } },
            "at 'targets.1.member.retryPolicy.maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 185");
        yield return Case(ShipTarget with { RetryPolicy = new RetryPolicy { MaximumEventAge = TimeSpan.FromSeconds(59) } }, "maximumEventAgeInSeconds");
        yield return Case(ShipTarget with { DeliveryOptions = new DeliveryOptions { Capacity = 0 } }, "capacity");
        yield return Case(ShipTarget with { Arn = "ship" }, "Parameter ship is not valid. Reason: Provided Arn is not in correct format.");
        yield return Case(ShipTarget with { Arn = "arn:aws:kinesis:us-east-1:000000000000:stream/x" }, "cannot be called in this process");

        static TestCaseData Case(Target target, string message) => new TestCaseData(target, message).SetArgDisplayNames(message);

        static Target Transformed(string template, string? name = null, string? path = null) => ShipTarget with
        {
            InputTransformer = new InputTransformer
            {
                InputTemplate = template,
                InputPathsMap = name is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add(name, path!),
            },
        };
    }

    [TestCaseSource(nameof(BadTargets))]
    public async Task PutTargets_Malformed_Throws(Target target, string message)
    {
        await using TestBridge bridge = await CreateWithRuleAsync();

        await Assert.ThatAsync(
            async () => await bridge.Host.Rules.PutTargetsAsync("r", [target]), Throws.TypeOf<ValidationException>().With.Message.Contains(message));
    }

    [TestCase("lambda:us-east-1:000000000000:function:nobody", "The function 'nobody' is not registered. Register it with AddFunction. Registered are: ship.")]
    [TestCase("states:us-east-1:000000000000:stateMachine:nobody", "does not exist")]
    [TestCase("events:us-east-1:000000000000:event-bus/nobody", "Event bus nobody does not exist.")]
    [TestCase("localbridge:us-east-1:000000000000:handler/nobody", "is not registered")]
    public async Task PutTargets_UnknownReceiver_Throws(string resource, string message)
    {
        await using TestBridge bridge = await CreateWithRuleAsync();

        await Assert.ThatAsync(
            async () => await bridge.Host.Rules.PutTargetsAsync("r", [ShipTarget with { Arn = $"arn:aws:{resource}" }]),
            Throws.TypeOf<ResourceNotFoundException>().With.Message.Contains(message));
    }

    [Test]
    public async Task PutTargets_UnknownDeadLetterQueue_Throws()
    {
        await using TestBridge bridge = await CreateWithRuleAsync();
        Target target = ShipTarget with { DeadLetterConfig = new DeadLetterConfig("arn:aws:sqs:us-east-1:000000000000:no") };

        await Assert.ThatAsync(
            async () => await bridge.Host.Rules.PutTargetsAsync("r", [target]),
            Throws.TypeOf<ResourceNotFoundException>().With.Message.Contains("AddDeadLetterQueue"));
    }

    [Test]
    public async Task RemoveTargets_UnknownId_IsAnsweredAsAFailedEntry()
    {
        await using TestBridge bridge = await CreateWithRuleAsync();
        await bridge.Host.Rules.PutTargetsAsync("r", [ShipTarget]);

        RemoveTargetsResponse response = await bridge.Host.Rules.RemoveTargetsAsync("r", ["t", "x"]);

        Assert.That((response.FailedEntryCount, response.FailedEntries[0].TargetId), Is.EqualTo((1, "x")));
        Assert.That(await TargetsAsync(bridge), Is.Empty);
    }

    [Test]
    public async Task ListRuleNamesByTarget_Pages_JoinUp()
    {
        await using TestBridge bridge = Create();
        for (int index = 0; index < 5; index++)
        {
            await bridge.Host.Rules.PutRuleAsync(new PutRuleRequest { Name = $"r-{index}", EventPattern = Pattern });
            await bridge.Host.Rules.PutTargetsAsync($"r-{index}", [ShipTarget]);
        }

        var request = new ListRuleNamesByTargetRequest { TargetArn = ShipTarget.Arn, Limit = 2 };
        ListRuleNamesByTargetResponse first = await bridge.Host.Rules.ListRuleNamesByTargetAsync(request);
        ListRuleNamesByTargetResponse second = await bridge.Host.Rules.ListRuleNamesByTargetAsync(request with { NextToken = first.NextToken });
        ListRuleNamesByTargetResponse third = await bridge.Host.Rules.ListRuleNamesByTargetAsync(request with { NextToken = second.NextToken });

        Assert.That(first.RuleNames.Concat(second.RuleNames).Concat(third.RuleNames), Is.EqualTo(Enumerable.Range(0, 5).Select(index => $"r-{index}")));
        Assert.That(third.NextToken, Is.Null);
    }

    [Test]
    public async Task TestEventPattern_Event_IsJudged()
    {
        await using TestBridge bridge = Create();
        const string json = """{"id":"1","account":"1","source":"s","time":"2026-01-01T00:00:00Z","region":"r","detail-type":"d"}""";

        Assert.That(bridge.Host.Rules.TestEventPattern(Pattern, json));
        Assert.That(bridge.Host.Rules.TestEventPattern("""{"source":["x"]}""", json), Is.False);
        Assert.That(
            () => bridge.Host.Rules.TestEventPattern(Pattern, """{"source":"s"}"""),
            Throws.TypeOf<ValidationException>().With.Message.EqualTo("Parameter Event is not valid."));
    }

    [Test]
    public async Task ReplacingRules_UnderLoad_LosesAndDoublesNothing(CancellationToken cancellationToken)
    {
        const int events = 20_000;
        var seen = new int[events];
        await using TestBridge bridge = TestBridge.Create(builder => builder.AddRule("r", rule => rule
            .Matching("""{"detail-type":["Order"]}""")
            .To(target => target.Handler((envelope, _) =>
            {
                Interlocked.Increment(ref seen[envelope.GetDetail(OrderJson.Default.Order).Id]);
                return ValueTask.CompletedTask;
            }))));
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        Task changes = Task.Run(
            async () =>
            {
                string[] patterns = [Pattern, """{"detail":{"id":[{"exists":true}]}}""", """{"time":[{"exists":true}]}"""];
                for (int round = 0; !done.IsCancellationRequested; round++)
                {
                    await bridge.Host.Rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = patterns[round % 3] }, cancellationToken);
                    await bridge.Host.Rules.PutRuleAsync(new PutRuleRequest { Name = $"x{round % 50}", EventPattern = Pattern }, cancellationToken);
                }
            },
            cancellationToken);
        for (int index = 0; index < events; index++)
            await bridge.Bus.PublishAsync("s", "Order", new Order(index, 1), OrderJson.Default.Order, cancellationToken: cancellationToken);
        await done.CancelAsync();
        await changes;
        await bridge.IdleAsync(cancellationToken);

        Assert.That(seen, Is.All.EqualTo(1));
    }

    private static TestBridge Create() => TestBridge.Create(builder => builder
        .AddEventBus("other")
        .AddFunction("ship", (input, _, _) => new ValueTask<JsonValue>(input)));

    private static async Task<TestBridge> CreateWithRuleAsync()
    {
        TestBridge bridge = Create();
        await bridge.Host.Rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = Pattern });
        return bridge;
    }

    private static async Task<IReadOnlyList<Target>> TargetsAsync(TestBridge bridge) =>
        (await bridge.Host.Rules.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = "r" })).Targets;
}
