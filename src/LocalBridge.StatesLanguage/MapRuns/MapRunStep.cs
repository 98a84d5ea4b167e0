using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.MapRuns;

/// <summary>Runs a distributed Map state: asks the shell for a Map Run, whose end comes back as the answer of an attempt (<see cref="MapRunAnswer"/>).</summary>
/// <remarks>The order of evaluation is as recorded: the tolerance is looked at once the state has started, the rest within the Map Run.</remarks>
internal static class MapRunStep
{
    /// <param name="step">The step.</param>
    /// <param name="frame">The frame that stands in the state.</param>
    /// <param name="state">The state.</param>
    /// <param name="input">Its effective input.</param>
    /// <param name="items">The items in the input; undefined when they are to be read.</param>
    /// <param name="maxConcurrency">How many children may run at once; 0 for as many as the service allows.</param>
    internal static StateOutcome Run(StepContext step, Frame frame, MapState state, JsonValue input, JsonValue items, int maxConcurrency)
    {
        step.Append(frame, HistoryEventType.MapStateStarted, new MapStateStartedEventDetails(items.Count));
        if (!Tolerance.TryEvaluate(state, step.Scope(frame, input), out Tolerance tolerance, out StateError? error))
        {
            return StateOutcome.Failed(error);
        }

        int allowed = step.Limits.MaximumMapRunConcurrency;
        var request = new MapRunRequest
        {
            MapRunArn = MapRunArns.MapRun(step.State.Start.StateMachineArn, state.MapRunLabel!, NewGuid(step.State.Random)),
            MaxConcurrency = maxConcurrency,
            ConcurrencyLimit = maxConcurrency == 0 ? allowed : Math.Min(maxConcurrency, allowed),
            ToleratedFailureCount = tolerance.Count,
            ToleratedFailurePercentage = tolerance.Percentage,
            Items = items,
            Input = input,
            Scope = MapRunScope.Of(frame, step.State.Random.Next()),
        };
        step.Append(frame, HistoryEventType.MapRunStarted, new MapRunStartedEventDetails(request.MapRunArn));
        frame.Phase = FramePhase.AwaitingMapRun;
        if (!TryPrepare(step, frame, state, input, ref request, out error))
        {
            return MapRunAnswer.Fail(step, frame, error);
        }

        frame.AttemptId = step.State.NextId(frame);
        step.Command(new ScheduleTaskCommand(frame.AttemptId, state.Name, TaskResource.MapRun, request.Write(), JsonValue.Undefined, null));
        return StateOutcome.Waiting;
    }

    private static bool TryPrepare(
        StepContext step, Frame frame, MapState state, JsonValue input, ref MapRunRequest request, [NotNullWhen(false)] out StateError? error)
    {
        error = null;
        EvaluationScope scope = step.Scope(frame, input);
        JsonValue reader = JsonValue.Undefined;
        JsonValue batchInput = JsonValue.Undefined;
        JsonValue writer = JsonValue.Undefined;
        if (!TryEvaluate(state.ItemReader?.Config.MaxItems, scope, out long? maxItems, out error)
            || !TryEvaluate(state.ItemReader?.Arguments, scope, ref reader, out error)
            || !TryEvaluate(state.ItemBatcher?.MaxItemsPerBatch, scope, out long? maxItemsPerBatch, out error)
            || !TryEvaluate(state.ItemBatcher?.MaxInputBytesPerBatch, scope, out long? maxInputBytesPerBatch, out error)
            || !TryEvaluate(state.ItemBatcher?.BatchInput, scope, ref batchInput, out error)
            || !TryEvaluate(state.ResultWriter?.Arguments, scope, ref writer, out error))
        {
            return false;
        }

        request = request with
        {
            ReaderArguments = reader,
            MaxItems = maxItems,
            MaxItemsPerBatch = maxItemsPerBatch,
            MaxInputBytesPerBatch = maxInputBytesPerBatch,
            BatchInput = batchInput,
            WriterArguments = writer,
        };
        error = FindRangeFault(request);
        return error is null;
    }

    private static StateError? FindRangeFault(MapRunRequest request) => request switch
    {
        { MaxItems: < 0 } => new StateError(ErrorNames.ItemReaderFailed, "field MaxItems must be positive"),
        { MaxItemsPerBatch: <= 0 } => StateError.Runtime("field MaxItemsPerBatch must be positive"),
        { MaxInputBytesPerBatch: <= 0 } => StateError.Runtime("field MaxInputBytesPerBatch must be positive"),
        _ => null,
    };

    private static bool TryEvaluate(NumberField? field, EvaluationScope scope, out long? number, [NotNullWhen(false)] out StateError? error)
    {
        number = null;
        error = null;
        if (field is null)
        {
            return true;
        }

        bool isEvaluated = field.TryEvaluate(scope, out double value, out error);
        number = (long)value;
        return isEvaluated;
    }

    private static bool TryEvaluate(PayloadTemplate? template, EvaluationScope scope, ref JsonValue value, [NotNullWhen(false)] out StateError? error)
    {
        error = null;
        return template is null || template.TryEvaluate(scope, out value, out error);
    }

    private static Guid NewGuid(ExecutionRandom random)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, random.Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], random.Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
