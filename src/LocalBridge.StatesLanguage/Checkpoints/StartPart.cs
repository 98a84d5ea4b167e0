using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Writes and reads what never changes in an execution: what it was started with, and its limits.</summary>
internal static class StartPart
{
    private const int ExecutionArn = 1;
    private const int ExecutionName = 2;
    private const int StateMachineArn = 3;
    private const int StateMachineName = 4;
    private const int RoleArn = 5;
    private const int Input = 6;
    private const int StartTime = 7;
    private const int Seed = 8;
    private const int IsExpress = 9;
    private const int HasNoHistory = 10;
    private const int MaximumPayloadLength = 11;
    private const int MaximumHistoryEvents = 12;
    private const int MaximumInlineMapConcurrency = 13;
    private const int MaximumTransitionsPerStep = 14;
    private const int MapRunArn = 15;
    private const int MapItem = 16;
    private const int MapItemIndex = 17;
    private const int MaximumMapRunConcurrency = 18;
    private const int MaximumVariablesLength = 20;

    internal static void Write(CheckpointWriter writer, ExecutionState state)
    {
        ExecutionStart start = state.Start;
        writer.Text(ExecutionArn, start.ExecutionArn);
        writer.Text(ExecutionName, start.ExecutionName);
        writer.Text(StateMachineArn, start.StateMachineArn);
        writer.Text(StateMachineName, start.StateMachineName);
        writer.Text(RoleArn, start.RoleArn);
        writer.Json(Input, start.Input);
        writer.Time(StartTime, start.StartTime);
        writer.Number(Seed, unchecked((long)start.Seed));
        writer.Flag(IsExpress, start.IsExpress);
        writer.Flag(HasNoHistory, !start.RecordsHistory);
        writer.Text(MapRunArn, start.MapRunArn);
        writer.Json(MapItem, start.MapItem);
        writer.Number(MapItemIndex, start.MapItemIndex);

        // The service's limits may change with a version; a running execution keeps those it began with.
        InterpreterLimits limits = state.Limits;
        writer.Number(MaximumPayloadLength, limits.MaximumPayloadLength);
        writer.Number(MaximumHistoryEvents, limits.MaximumHistoryEvents);
        writer.Number(MaximumInlineMapConcurrency, limits.MaximumInlineMapConcurrency);
        writer.Number(MaximumTransitionsPerStep, limits.MaximumTransitionsPerStep);
        writer.Number(MaximumMapRunConcurrency, limits.MaximumMapRunConcurrency);
        writer.Number(MaximumVariablesLength, limits.MaximumVariablesLength);
    }

    internal static (ExecutionStart Start, InterpreterLimits Limits) Read(ReadOnlySpan<byte> content)
    {
        var start = new ExecutionStart
        {
            ExecutionArn = string.Empty,
            ExecutionName = string.Empty,
            StateMachineArn = string.Empty,
            StateMachineName = string.Empty,
            RoleArn = string.Empty,
            Input = JsonValue.Undefined,
            StartTime = default,
            Seed = 0,
        };
        var limits = new InterpreterLimits();
        CheckpointReader reader = CheckpointReader.Begin(content);
        while (reader.TryReadTag(out int tag))
        {
            switch (tag)
            {
                case ExecutionArn:
                    start = start with { ExecutionArn = reader.Text() };
                    break;
                case ExecutionName:
                    start = start with { ExecutionName = reader.Text() };
                    break;
                case StateMachineArn:
                    start = start with { StateMachineArn = reader.Text() };
                    break;
                case StateMachineName:
                    start = start with { StateMachineName = reader.Text() };
                    break;
                case RoleArn:
                    start = start with { RoleArn = reader.Text() };
                    break;
                case Input:
                    start = start with { Input = reader.Json() };
                    break;
                case StartTime:
                    start = start with { StartTime = reader.Time() };
                    break;
                case Seed:
                    start = start with { Seed = unchecked((ulong)reader.Number()) };
                    break;
                case IsExpress:
                    start = start with { IsExpress = reader.Flag() };
                    break;
                case HasNoHistory:
                    start = start with { RecordsHistory = !reader.Flag() };
                    break;
                case MapRunArn:
                    start = start with { MapRunArn = reader.Text() };
                    break;
                case MapItem:
                    start = start with { MapItem = reader.Json() };
                    break;
                case MapItemIndex:
                    start = start with { MapItemIndex = reader.Int32() };
                    break;
                case MaximumMapRunConcurrency:
                    limits = limits with { MaximumMapRunConcurrency = reader.Int32() };
                    break;
                case MaximumPayloadLength:
                    limits = limits with { MaximumPayloadLength = reader.Int32() };
                    break;
                case MaximumHistoryEvents:
                    limits = limits with { MaximumHistoryEvents = reader.Int32() };
                    break;
                case MaximumInlineMapConcurrency:
                    limits = limits with { MaximumInlineMapConcurrency = reader.Int32() };
                    break;
                case MaximumTransitionsPerStep:
                    limits = limits with { MaximumTransitionsPerStep = reader.Int32() };
                    break;
                case MaximumVariablesLength:
                    limits = limits with { MaximumVariablesLength = reader.Int32() };
                    break;
                default:
                    throw CheckpointFormatException.UnknownTag(tag, "start of an execution");
            }
        }

        return (start, limits);
    }
}
