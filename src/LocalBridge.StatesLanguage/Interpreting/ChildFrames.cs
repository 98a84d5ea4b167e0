using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Starts and joins the frames of branches and iterations.</summary>
/// <remarks>How the events of a group hang together, as recorded from the service: a branch's first event follows the group's start;
/// an iteration started later follows the last state event of the one it replaces; the state is left after the last branch's last
/// event, or after the last <c>MapIterationSucceeded</c>.</remarks>
internal static class ChildFrames
{
    internal static void Start(StepContext step, Frame parent, StateGraph graph, JsonValue input, JsonValue item, long previousEventId)
    {
        ChildGroup group = parent.Children!;
        Frame child = step.State.AddFrame(graph, parent, group.Next, input, previousEventId, item);
        group.Start(child);
        if (parent.Current is MapState map)
        {
            step.Append(child, HistoryEventType.MapIterationStarted, new MapIterationEventDetails(map.Name, child.Index));
        }

        step.State.Ready.Enqueue(child);
    }

    internal static void Succeed(StepContext step, Frame child, JsonValue output)
    {
        Frame parent = child.Parent!;
        ChildGroup group = parent.Children!;
        var map = parent.Current as MapState;
        long lastEventId = child.PreviousEventId;
        if (map is not null)
        {
            lastEventId = step.Append(lastEventId, HistoryEventType.MapIterationSucceeded, new MapIterationEventDetails(map.Name, child.Index));
        }

        group.Complete(child, output);
        step.State.Changes?.OnResult(parent, child.Index);
        step.State.RemoveFrame(child);
        if (group.IsComplete)
        {
            Join(step, parent, lastEventId);
        }
        else if (map is not null && MapStep.StartIterations(step, parent, map, child.PreviousEventId) is { } error)
        {
            EndAll(step, group, except: null);
            StateFailure.Handle(step, parent, error);
            step.Resume(parent);
        }
    }

    /// <summary>Goes on behind a group whose last frame has succeeded.</summary>
    internal static void Join(StepContext step, Frame parent, long lastEventId)
    {
        JsonValue result = parent.Children!.BuildResult();
        parent.PreviousEventId = lastEventId;
        step.Append(lastEventId, parent.Current.Type == StateType.Map ? HistoryEventType.MapStateSucceeded : HistoryEventType.ParallelStateSucceeded);
        parent.Children = null;
        StateExit.Complete(step, parent, StateOutcome.Completed(result));
        step.Resume(parent);
    }

    internal static void Fail(StepContext step, Frame child, StateError error)
    {
        Frame parent = child.Parent!;
        AppendAborted(step, child);
        if (parent.Current is MapState map)
        {
            step.Append(child.PreviousEventId, HistoryEventType.MapIterationFailed, new MapIterationEventDetails(map.Name, child.Index));
        }

        step.State.RemoveFrame(child);
        EndAll(step, parent.Children!, child);
        parent.PreviousEventId = child.PreviousEventId;
        StateFailure.Handle(step, parent, error);
        step.Resume(parent);
    }

    /// <summary>Gives up the running frames of a group, inner groups first.</summary>
    private static void EndAll(StepContext step, ChildGroup group, Frame? except)
    {
        foreach (Frame frame in group.Running)
        {
            if (frame == except)
            {
                continue;
            }

            if (frame.Children is { } inner)
            {
                EndAll(step, inner, except: null);
            }

            FrameWaits.Cancel(step, frame);
            AppendAborted(step, frame);
            if (frame.Parent!.Current is MapState map)
            {
                step.Append(frame.PreviousEventId, HistoryEventType.MapIterationAborted, new MapIterationEventDetails(map.Name, frame.Index));
            }

            step.State.RemoveFrame(frame);
        }

        group.Running.Clear();
    }

    /// <summary>Records that a state in the middle of something will never be left.</summary>
    private static void AppendAborted(StepContext step, Frame frame)
    {
        if (frame.Phase == FramePhase.AwaitingMapRun)
        {
            step.Append(frame, HistoryEventType.MapRunAborted);
        }

        HistoryEventType? type = frame.Current.Type switch
        {
            StateType.Task => HistoryEventType.TaskStateAborted,
            StateType.Wait when frame.Phase == FramePhase.AwaitingTime => HistoryEventType.WaitStateAborted,
            StateType.Map when frame.Phase == FramePhase.AwaitingMapRun => HistoryEventType.MapStateAborted,
            StateType.Map when frame.Phase == FramePhase.AwaitingChildren && frame.Children is not null => HistoryEventType.MapStateAborted,
            StateType.Parallel when frame.Phase == FramePhase.AwaitingChildren && frame.Children is not null => HistoryEventType.ParallelStateAborted,
            _ => null,
        };
        if (type is { } aborted)
        {
            step.Append(frame.PreviousEventId, aborted);
        }
    }
}
