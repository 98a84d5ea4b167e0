using CsCheck;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Interpreting;

/// <summary>What must hold for every definition, every input and every behaviour of its tasks.</summary>
internal sealed class InterpreterPropertyTests
{
    private static readonly HistoryEventType[] Ends =
        [HistoryEventType.ExecutionSucceeded, HistoryEventType.ExecutionFailed, HistoryEventType.ExecutionTimedOut, HistoryEventType.ExecutionAborted];

    private static ExecutionDriver Run(string definition, JsonValue input, int seed)
    {
        var random = new Random(seed);
        var run = new ExecutionDriver(definition, input, seed: (ulong)seed);
        return run.On("f", _ => random.Next(3) == 0 ? TaskReply.Fail("Boom", "why") : TaskReply.Succeed(random.Next(10))).Run();
    }

    private static readonly Gen<(string Definition, JsonValue Input, int Seed)> Runs =
        DefinitionGenerator.Definitions.Select(DefinitionGenerator.Inputs, Gen.Int[1, 1_000_000]);

    [Test]
    public void Step_AnyDefinition_EndsWithAWellFormedHistory() => Runs.Sample(
        static run =>
        {
            List<HistoryEvent> history = Run(run.Definition, run.Input, run.Seed).History;

            Assert.That(history.Select(static x => x.Id), Is.EqualTo(Enumerable.Range(1, history.Count)));
            Assert.That(history.TrueForAll(static x => x.PreviousEventId < x.Id && x.PreviousEventId >= 0), Is.True);
            Assert.That(history.Count(static x => Ends.Contains(x.Type)), Is.EqualTo(1));
            Assert.That(Ends, Does.Contain(history[^1].Type));
            Assert.That(history.Select(static x => x.ToJson().ToJson()), Has.All.Not.Empty);
        },
        iter: 3_000);

    [Test]
    public void Step_AnyDefinition_LeavesNoAttemptAndNoTimerBehind() => Runs.Sample(
        static run =>
        {
            ExecutionDriver driver = Run(run.Definition, run.Input, run.Seed);
            IEnumerable<long> cancelled = driver.Commands.OfType<CancelTimerCommand>().Select(static x => x.TimerId);
            IEnumerable<long> open = driver.Commands.OfType<StartTimerCommand>().Where(x => x.DueTime > driver.Now).Select(static x => x.TimerId);

            Assert.That(open.Except(cancelled), Is.Empty);
            Assert.That(driver.State.Frames, Is.Empty);
            Assert.That(driver.Commands.OfType<CompleteExecutionCommand>().Count(), Is.EqualTo(1));
        },
        iter: 3_000);

    [Test]
    public void Step_SameSeed_GivesTheSameHistory() => Runs.Sample(
        static run =>
        {
            List<HistoryEvent> first = Run(run.Definition, run.Input, run.Seed).History;
            List<HistoryEvent> second = Run(run.Definition, run.Input, run.Seed).History;

            Assert.That(second.Select(static x => x.ToJson().ToJson()), Is.EqualTo(first.Select(static x => x.ToJson().ToJson())));
        },
        iter: 1_000);
}
