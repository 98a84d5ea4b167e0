using CsCheck;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Checkpoints;

/// <summary>An execution that is stored and read back, after whatever step, goes on as if nothing had happened.</summary>
internal sealed class CheckpointInvarianceTests
{
    private static readonly Gen<(string Definition, JsonValue Input, int Seed, int Budget)> Runs = Gen.Select(
        DefinitionGenerator.Definitions, DefinitionGenerator.Inputs, Gen.Int[1, 1_000_000], Gen.Int[1, 12]);

    private static ExecutionDriver Create((string Definition, JsonValue Input, int Seed, int Budget) run)
    {
        var limits = new InterpreterLimits { MaximumTransitionsPerStep = run.Budget };
        var random = new Random(run.Seed);
        return new ExecutionDriver(run.Definition, run.Input, limits: limits, seed: (ulong)run.Seed)
            .On("f", _ => random.Next(3) == 0 ? TaskReply.Fail("Boom", "why") : TaskReply.Succeed(random.Next(10)));
    }

    private static string[] Describe(ExecutionDriver driver) =>
        [.. driver.History.Select(static x => x.ToJson().ToJson()), .. driver.Commands.Select(static x => x.ToString()!), driver.Completion!.Output.ToString()];

    [Test]
    public void Read_WholeStateAfterEveryStep_GivesTheSameHistory() => Runs.Sample(
        static run =>
        {
            ExecutionDriver plain = Create(run);
            ExecutionDriver stored = Create(run);
            stored.BetweenSteps = static state => ExecutionStateSerializer.Read(state.Definition, CheckpointStore.WriteWhole(state));

            Assert.That(Describe(stored.Run()), Is.EqualTo(Describe(plain.Run())));
        },
        iter: 500);

    [Test]
    public void Read_ChangesAfterEveryStep_GivesTheSameHistory() => Runs.Sample(
        static run =>
        {
            var store = new CheckpointStore();
            ExecutionDriver plain = Create(run);
            ExecutionDriver stored = Create(run);
            stored.BetweenSteps = state =>
            {
                store.Save(state);
                return store.Load(state);
            };

            Assert.That(Describe(stored.Run()), Is.EqualTo(Describe(plain.Run())));
        },
        iter: 500);

    /// <summary>Changes that a checkpoint misses may have no effect on what follows; here they show.</summary>
    [Test]
    public void WriteChanges_OfSeveralSteps_AddUpToTheWholeState() => Runs.Select(Gen.Int[1, 4]).Sample(
        static (run, interval) =>
        {
            var store = new CheckpointStore();
            int steps = 0;
            ExecutionDriver driver = Create(run);
            driver.BetweenSteps = state =>
            {
                if (++steps % interval == 0)
                {
                    store.Save(state);
                    Assert.That(CheckpointStore.WriteWhole(store.Load(state)), Is.EqualTo(CheckpointStore.WriteWhole(state)));
                }

                return state;
            };

            driver.Run();
        },
        iter: 500);

    [Test]
    public void Read_DamagedBytes_ThrowsNothingElse() => Runs.Select(Gen.Int[0, int.MaxValue], Gen.Byte).Sample(
        static (run, place, value) =>
        {
            ExecutionDriver driver = Create(run);
            driver.BetweenSteps = state =>
            {
                byte[] bytes = CheckpointStore.WriteWhole(state);
                bytes[place % bytes.Length] = value;
                ReadDamaged(state, bytes);
                ReadDamaged(state, bytes.AsSpan(0, place % bytes.Length));
                return state;
            };

            driver.Run();
        },
        iter: 100);

    private static void ReadDamaged(ExecutionState state, ReadOnlySpan<byte> bytes)
    {
        try
        {
            ExecutionStateSerializer.Read(state.Definition, bytes);
        }
        catch (CheckpointFormatException exception)
        {
            Assert.That(exception.Message, Is.Not.Empty);
        }
    }
}
