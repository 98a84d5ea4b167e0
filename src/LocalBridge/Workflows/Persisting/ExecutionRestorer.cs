using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Makes an open execution of its row and its parts.</summary>
internal static class ExecutionRestorer
{
    internal static RestoredExecution Restore(
        PayloadCodec codec,
        ExecutionRecord execution,
        OpenExecution open,
        Func<ExecutionRecord, StateMachineDefinition> findDefinition)
    {
        ImmutableArray<ScheduleTaskCommand>.Builder tasks = ImmutableArray.CreateBuilder<ScheduleTaskCommand>();
        ImmutableArray<StartTimerCommand>.Builder timers = ImmutableArray.CreateBuilder<StartTimerCommand>();
        ImmutableHashSet<long>.Builder submitted = ImmutableHashSet.CreateBuilder<long>();
        var stateParts = new List<StatePart>();
        foreach (ExecutionPart part in open.Parts)
        {
            switch (part.Key.Kind)
            {
                case ExecutionParts.State:
                    stateParts.Add(new StatePart(part.Key.Id, codec.ReadBytes(part.Payload)));
                    break;
                case ExecutionParts.Task:
                    tasks.Add(codec.Read(part.Payload, TaskFormat.Instance));
                    break;
                case ExecutionParts.Submission:
                    submitted.Add(part.Key.Id);
                    break;
                case ExecutionParts.Timer:
                    timers.Add(codec.Read(part.Payload, TimerFormat.Instance));
                    break;
                default:
                    throw new StorageFormatException(
                        $"The execution '{execution.ExecutionArn}' has a stored part of kind {part.Key.Kind}, which this version does not know. A newer version wrote it; use that one.");
            }
        }

        if (!open.State.TryGetValue(out ExecutionState? state))
        {
            stateParts.Add(new StatePart(ExecutionPersistence.HeadKey, codec.ReadBytes(open.State)));
            stateParts.Add(new StatePart(ExecutionPersistence.StartKey, DescriptionFormat.StartOf(codec.ReadBytes(open.Execution.Description))));
            state = ExecutionStateSerializer.Read(findDefinition(execution), stateParts);
        }

        return new RestoredExecution(state, execution, open.Execution.Version, tasks.DrainToImmutable(), submitted.ToImmutable(), timers.DrainToImmutable());
    }
}
