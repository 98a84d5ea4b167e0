using System.Buffers;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tasks;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Writes and reads what an open execution waits for: attempts at tasks, and timers.</summary>
/// <remarks>Stateless and safe for use from any thread.</remarks>
public static class CommandSerializer
{
    private const int Id = 1;
    private const int StateName = 2;
    private const int Resource = 3;
    private const int Input = 4;
    private const int Credentials = 5;
    private const int Token = 6;
    private const int DueTime = 2;

    /// <summary>Writes an attempt at a task.</summary>
    /// <param name="task">The attempt.</param>
    /// <param name="writer">Where to write.</param>
    public static void Write(ScheduleTaskCommand task, IBufferWriter<byte> writer)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(writer);
        CheckpointWriter output = CheckpointWriter.Begin(writer);
        output.Number(Id, task.AttemptId);
        output.Text(StateName, task.StateName);
        output.Text(Resource, task.Resource.Text);
        output.Json(Input, task.Input);
        output.Json(Credentials, task.Credentials);
        output.Text(Token, task.TaskToken);
    }

    /// <summary>Writes a timer.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="writer">Where to write.</param>
    public static void Write(StartTimerCommand timer, IBufferWriter<byte> writer)
    {
        ArgumentNullException.ThrowIfNull(timer);
        ArgumentNullException.ThrowIfNull(writer);
        CheckpointWriter output = CheckpointWriter.Begin(writer);
        output.Number(Id, timer.TimerId);
        output.Time(DueTime, timer.DueTime);
    }

    /// <summary>Reads an attempt at a task.</summary>
    /// <param name="content">What was written.</param>
    /// <returns>The attempt.</returns>
    /// <exception cref="CheckpointFormatException">The content is damaged or of a later version.</exception>
    public static ScheduleTaskCommand ReadTask(ReadOnlySpan<byte> content)
    {
        long attemptId = 0;
        string stateName = string.Empty;
        string resource = string.Empty;
        JsonValue input = default;
        JsonValue credentials = default;
        string? token = null;
        CheckpointReader reader = CheckpointReader.Begin(content);
        while (reader.TryReadTag(out int tag))
        {
            switch (tag)
            {
                case Id:
                    attemptId = reader.Number();
                    break;
                case StateName:
                    stateName = reader.Text();
                    break;
                case Resource:
                    resource = reader.Text();
                    break;
                case Input:
                    input = reader.Json();
                    break;
                case Credentials:
                    credentials = reader.Json();
                    break;
                case Token:
                    token = reader.Text();
                    break;
                default:
                    throw CheckpointFormatException.UnknownTag(tag, "attempt at a task");
            }
        }

        return resource.Length > 0
            ? new ScheduleTaskCommand(attemptId, stateName, TaskResource.Parse(resource), input, credentials, token)
            : throw new CheckpointFormatException("The stored attempt at a task names no resource: the bytes are damaged.");
    }

    /// <summary>Reads a timer.</summary>
    /// <param name="content">What was written.</param>
    /// <returns>The timer.</returns>
    /// <exception cref="CheckpointFormatException">The content is damaged or of a later version.</exception>
    public static StartTimerCommand ReadTimer(ReadOnlySpan<byte> content)
    {
        long timerId = 0;
        DateTimeOffset dueTime = default;
        CheckpointReader reader = CheckpointReader.Begin(content);
        while (reader.TryReadTag(out int tag))
        {
            switch (tag)
            {
                case Id:
                    timerId = reader.Number();
                    break;
                case DueTime:
                    dueTime = reader.Time();
                    break;
                default:
                    throw CheckpointFormatException.UnknownTag(tag, "timer");
            }
        }

        return new StartTimerCommand(timerId, dueTime);
    }
}
