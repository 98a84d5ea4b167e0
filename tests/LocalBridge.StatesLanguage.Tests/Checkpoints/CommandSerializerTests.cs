using System.Buffers;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tasks;

namespace LocalBridge.StatesLanguage.Tests.Checkpoints;

internal sealed class CommandSerializerTests
{
    [TestCase("f", "{\"RoleArn\":\"r\"}", null)]
    [TestCase("arn:aws:states:::sqs:sendMessage.waitForTaskToken", null, "token")]
    [TestCase("arn:aws:states:us-east-1:111111111111:activity:work", null, "token")]
    public void ReadTask_Written_IsTheSame(string resource, string? credentials, string? token)
    {
        JsonValue role = credentials is null ? JsonValue.Undefined : JsonValue.Parse(credentials);
        var task = new ScheduleTaskCommand((7L << 24) | 3, "State", TaskResource.Parse(resource), JsonValue.Parse("[0.0]"), role, token);
        var writer = new ArrayBufferWriter<byte>();

        CommandSerializer.Write(task, writer);
        ScheduleTaskCommand read = CommandSerializer.ReadTask(writer.WrittenSpan);

        Assert.That(read.AttemptId, Is.EqualTo(task.AttemptId));
        Assert.That(read.StateName, Is.EqualTo(task.StateName));
        Assert.That(read.Resource, Is.EqualTo(task.Resource));
        Assert.That(read.Input.ToJson(), Is.EqualTo("[0.0]"));
        Assert.That(read.Credentials, Is.EqualTo(role));
        Assert.That(read.TaskToken, Is.EqualTo(token));
    }

    [Test]
    public void ReadTimer_Written_IsTheSame()
    {
        var timer = new StartTimerCommand((7L << 24) | 3, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)));
        var writer = new ArrayBufferWriter<byte>();

        CommandSerializer.Write(timer, writer);
        StartTimerCommand read = CommandSerializer.ReadTimer(writer.WrittenSpan);

        Assert.That(read.TimerId, Is.EqualTo(timer.TimerId));
        Assert.That(read.DueTime, Is.EqualTo(timer.DueTime));
    }

    [Test]
    public void ReadTask_Truncated_Says()
    {
        var writer = new ArrayBufferWriter<byte>();
        CommandSerializer.Write(new ScheduleTaskCommand(1, "State", TaskResource.Parse("f"), 1, default, null), writer);

        Assert.That(
            () => CommandSerializer.ReadTask(writer.WrittenSpan[..6]),
            Throws.TypeOf<CheckpointFormatException>().With.Message.Contains("too early"));
    }
}
