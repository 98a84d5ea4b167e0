using System.Buffers;
using CsCheck;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.History;

namespace LocalBridge.StatesLanguage.Tests.Checkpoints;

internal sealed class HistoryEventSerializerTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    private static readonly HistoryEventDetails[] AllDetails =
    [
        new StateEnteredEventDetails("A", JsonValue.Parse("""{"a":1.0}""")),
        new StateExitedEventDetails("A", 7, null),
        new StateExitedEventDetails("A", 7, JsonObject.Empty.SetItem("v", true)),
        new ExecutionStartedEventDetails(JsonValue.Null, "role"),
        new OutputEventDetails("x"),
        new FailureEventDetails(null, null),
        new FailureEventDetails("", "\ud800"),
        new LambdaFunctionScheduledEventDetails("f", 1, null, JsonValue.Undefined),
        new LambdaFunctionScheduledEventDetails("f", 1, 0, JsonValue.Parse("""{"RoleArn":"r"}""")),
        new ActivityScheduledEventDetails("a", 1, 2, 1),
        new ActivityStartedEventDetails(null),
        new ActivityStartedEventDetails("worker"),
        new TaskScheduledEventDetails("sqs", "sendMessage", "us-east-1", JsonValue.EmptyObject, 5, null, JsonValue.Undefined),
        new TaskStartedEventDetails("sqs", "sendMessage"),
        new TaskOutputEventDetails("sqs", "sendMessage", false),
        new TaskFailureEventDetails("sqs", "sendMessage", "E", null),
        new MapStateStartedEventDetails(3),
        new MapIterationEventDetails("M", 0),
        new EvaluationFailedEventDetails("States.QueryEvaluationError", "c", null, "S"),
        new EvaluationFailedEventDetails("States.QueryEvaluationError", "c", "Output", "S"),
        new ExecutionRedrivenEventDetails(1),
        new MapRunStartedEventDetails("arn"),
        new MapRunRedrivenEventDetails("arn", 2),
    ];

    private static byte[] Write(HistoryEvent historyEvent)
    {
        var writer = new ArrayBufferWriter<byte>();
        HistoryEventSerializer.Write(historyEvent, writer);
        return writer.WrittenSpan.ToArray();
    }

    [TestCaseSource(nameof(AllDetails))]
    public void Read_EveryKindOfDetails_IsWhatWasWritten(HistoryEventDetails details)
    {
        var written = new HistoryEvent(25_000, 24_999, HistoryEventType.TaskScheduled, Time, details);

        HistoryEvent read = HistoryEventSerializer.Read(Write(written));

        // As text, because variables are compared by reference.
        Assert.That(read.ToString(), Is.EqualTo(written.ToString()));
        Assert.That(read.ToJson().ToJson(), Is.EqualTo(written.ToJson().ToJson()));
    }

    [Test]
    public void Details_EveryKind_IsAmongTheCases()
    {
        IEnumerable<Type> kinds = typeof(HistoryEventDetails).Assembly.GetTypes().Where(static type => type.BaseType == typeof(HistoryEventDetails));

        Assert.That(AllDetails.Select(static details => details.GetType()).Distinct(), Is.EquivalentTo(kinds));
    }

    [Test]
    public void Read_EveryType_IsWhatWasWritten() => Assert.Multiple(static () =>
    {
        foreach (HistoryEventType type in Enum.GetValues<HistoryEventType>())
        {
            var written = new HistoryEvent(1, 0, type, Time, null);
            Assert.That(HistoryEventSerializer.Read(Write(written)), Is.EqualTo(written));
        }
    });

    /// <summary>Stored histories hold these numbers.</summary>
    [TestCase(HistoryEventType.ExecutionStarted, 0)]
    [TestCase(HistoryEventType.PassStateEntered, 6)]
    [TestCase(HistoryEventType.TaskStateEntered, 16)]
    [TestCase(HistoryEventType.MapIterationStarted, 31)]
    [TestCase(HistoryEventType.LambdaFunctionScheduled, 40)]
    [TestCase(HistoryEventType.EvaluationFailed, 61)]
    public void HistoryEventType_Number_IsKept(HistoryEventType type, int number) => Assert.That((int)type, Is.EqualTo(number));

    [Test]
    public void Read_DamagedBytes_ThrowsNothingElse() => Gen.Select(Gen.Int[0, AllDetails.Length - 1], Gen.Int[0, 100], Gen.Byte).Sample(
        static (kind, place, value) =>
        {
            byte[] bytes = Write(new HistoryEvent(1, 0, HistoryEventType.TaskScheduled, Time, AllDetails[kind]));
            bytes[place % bytes.Length] = value;
            try
            {
                HistoryEventSerializer.Read(bytes);
            }
            catch (CheckpointFormatException exception)
            {
                Assert.That(exception.Message, Is.Not.Empty);
            }
        });
}
