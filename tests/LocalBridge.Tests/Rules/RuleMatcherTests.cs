using System.Collections.Immutable;
using CsCheck;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.EventPatterns;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Rules;
using LocalBridge.Targets;
using LocalBridge.Targets.Invoking;
using LocalBridge.Tests.Support;

namespace LocalBridge.Tests.Rules;

public sealed class RuleMatcherTests
{
    private static readonly string[] Sources = ["a", "b", "ab", "c"];

    private static readonly string[] Patterns =
    [
        """{"source":["a"]}""",
        """{"source":["a","b"],"detail-type":["x"]}""",
        """{"source":[{"prefix":"a"}],"detail":{"n":[1]}}""",
        """{"detail":{"n":[{"numeric":[">",1]}]}}""",
        """{"detail.n":[2]}""",
        """{"resources":["r1"]}""",
        """{"source":["a"],"resources":["r1"]}""",
        """{"$or":[{"source":["a"]},{"detail-type":["y"]}]}""",
        """{"$or":[{"source":["a"]},{"detail":{"n":[2]}}]}""",
        """{"source":["b"],"$or":[{"source":["a"]},{"detail":{"n":[2]}}]}""",
        """{"source":[{"exists":false}]}""",
        """{"replay-name":[{"exists":false}]}""",
        """{"source":["a"],"replay-name":[{"exists":true}]}""",
        """{"region":["us-east-1"],"account":[{"anything-but":"1"}],"version":["0"]}""",
        """{"source":{"x":["a"]}}""",
        """{"source":["a"]} trailing""",
        """{"id":[{"exists":true}],"time":[{"wildcard":"2026-*"}]}""",
    ];

    [Test]
    public async Task Match_AnyRulesAndEvents_AgreesWithAskingEachPattern()
    {
        await using TestBridge bridge = TestBridge.Create();
        EventPattern[] compiled = [.. Patterns.Select(static pattern => EventPattern.Parse(pattern))];
        Gen<(string, string, int, bool)> events = Gen.Select(
            Gen.Int[0, 3].Select(static index => Sources[index]), Gen.Bool.Select(static isX => isX ? "x" : "y"), Gen.Int[1, 3], Gen.Bool);
        Gen<int[]> subsets = Gen.Int[0, Patterns.Length - 1].Array[0, 8];

        Gen.Select(subsets, events.Array[1, 6]).Sample(
            (subset, sequence) =>
            {
                int[] chosen = [.. subset.Distinct()];
                RuleMatcher matcher = Build(chosen.Select(index => Rule(bridge, index, compiled[index])));
                return sequence.All(one =>
                {
                    EventEnvelope envelope = Envelope(one);
                    IEnumerable<string> expected = chosen.Where(index => compiled[index].IsMatch(envelope.ToUtf8().Span)).Select(index => $"r{index}");
                    return matcher.Match(envelope).Select(target => target.Identity.RuleName).SequenceEqual(expected.Order(StringComparer.Ordinal));
                });
            },
            iter: 500);
    }

    [Test]
    public async Task Match_DisabledOrTargetless_IsLeftOut()
    {
        await using TestBridge bridge = TestBridge.Create();
        RegisteredRule rule = Rule(bridge, 0, EventPattern.Parse(Patterns[0]));

        RuleMatcher matcher = Build([rule with { State = RuleState.Disabled }, rule with { Targets = [] }]);

        Assert.That(matcher.HasRules, Is.False);
        Assert.That(matcher.Match(Envelope(("a", "x", 1, false))), Is.Empty);
    }

    [Test]
    public async Task Match_EndlessNewSources_KeepsABoundedNumberOfRoutes()
    {
        await using TestBridge bridge = TestBridge.Create();
        RuleMatcher matcher = Build([Rule(bridge, 2, EventPattern.Parse(Patterns[2]))]);

        for (int index = 0; index < 10_000; index++)
            matcher.Match(Envelope(($"a{index}", "x", 1, false)));

        Assert.That(matcher.RouteCount, Is.EqualTo(4_096));
        Assert.That(matcher.Match(Envelope(("a-new-one", "x", 1, false))), Has.Length.EqualTo(1));
    }

    private static RuleMatcher Build(IEnumerable<RegisteredRule> rules) => rules.Aggregate(RuleMatcher.Empty, static (matcher, rule) => matcher.With(null, rule));

    private static RegisteredRule Rule(TestBridge bridge, int index, EventPattern pattern)
    {
        var identity = new TargetIdentity("default", $"r{index}", "arn", "t", "arn");
        var target = new Target { Id = "t", Arn = "arn" };
        var invoker = new HandlerInvoker((_, _) => ValueTask.CompletedTask);
        return new RegisteredRule(
            $"r{index}", "arn", "default", pattern, RuleState.Enabled, null, null, null,
            ImmutableArray.Create(new RuleTarget(target, bridge.Bus.CreateTarget(identity, invoker, target, isRecorded: false))));
    }

    private static EventEnvelope Envelope((string Source, string DetailType, int N, bool HasResource) one) => new(
        new EventOrigin("000000000000", "us-east-1"),
        Guid.Empty,
        one.Source,
        one.DetailType,
        new EventStamp(TestBridge.Start, TestBridge.Start, one.HasResource ? ["r1"] : [], null, null),
        JsonValue.Parse($$"""{"n":{{one.N}}}""").AsObject());
}
