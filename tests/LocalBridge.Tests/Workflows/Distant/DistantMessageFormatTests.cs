using System.Buffers;
using LocalBridge.Json;
using LocalBridge.Storage;
using LocalBridge.Workflows.Distant;

namespace LocalBridge.Tests.Workflows.Distant;

internal sealed class DistantMessageFormatTests
{
    [Test]
    public void Message_WithEverything_IsReadAsWritten()
    {
        var message = new DistantMessage
        {
            Kind = DistantMessageKind.Stop,
            Id = long.MaxValue,
            ExecutionArn = "arn:aws:states:us-east-1:000000000000:execution:m:e",
            TaskToken = "token",
            Output = JsonValue.Parse("""{"a":[1,null,"ä"]}"""),
            Error = "",
            Cause = "quotes \" and lines\n",
            StopDate = new DateTimeOffset(2026, 11, 26, 1, 2, 3, TimeSpan.Zero).AddTicks(7),
        };

        Assert.That(Repeat(message), Is.EqualTo(message));
    }

    [Test]
    public void Message_WithNothing_IsReadAsWritten([Values] bool hasNullOutput)
    {
        var message = new DistantMessage { Kind = DistantMessageKind.Done, Output = hasNullOutput ? JsonValue.Null : default };

        Assert.That(Repeat(message), Is.EqualTo(message));
    }

    [Test]
    public void Message_OfLaterVersion_IsReadWithoutWhatIsNotKnown()
    {
        DistantMessage read = DistantMessageFormat.Instance.Read("""{"kind":99,"id":3,"later":{"deep":[]}}"""u8.ToArray());

        Assert.That(read, Is.EqualTo(new DistantMessage { Kind = (DistantMessageKind)99, Id = 3 }));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("{}")]
    public void Message_IsNone_IsFormatError(string text) =>
        Assert.That(() => DistantMessageFormat.Instance.Read(System.Text.Encoding.UTF8.GetBytes(text)), Throws.TypeOf<StorageFormatException>());

    private static DistantMessage Repeat(DistantMessage message)
    {
        var output = new ArrayBufferWriter<byte>();
        DistantMessageFormat.Instance.Write(message, output);
        return DistantMessageFormat.Instance.Read(output.WrittenMemory);
    }
}
