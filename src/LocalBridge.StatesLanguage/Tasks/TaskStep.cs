using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Runs a Task state: schedules an attempt and its timers. <see cref="TaskAnswer"/> and <see cref="TaskTimeout"/> end it.</summary>
internal static class TaskStep
{
    internal static StateOutcome Run(StepContext step, Frame frame, TaskState state)
    {
        long attemptId = step.State.NextId(frame);
        bool needsToken = state.Resource.Pattern == TaskPattern.WaitForTaskToken || state.Resource.Kind == TaskResourceKind.Activity;
        frame.TaskToken = needsToken ? TaskToken.Create(step.State.Start.ExecutionArn, attemptId, step.State.Random.Next()) : null;
        if (!TryPrepare(step, frame, state, out TaskRequest request, out StateError? error))
        {
            return StateOutcome.Failed(error!);
        }

        if (state.Resource.Kind == TaskResourceKind.Activity && step.State.ActivityExists?.Invoke(state.Resource.Text) == false)
        {
            return StateOutcome.Failed(StateError.Runtime($"The activity {state.Resource.Text} does not exist."));
        }

        TaskEvents.AppendScheduled(step, frame, state.Resource, request);
        step.Command(new ScheduleTaskCommand(attemptId, state.Name, state.Resource, request.Input, request.Credentials, frame.TaskToken));
        frame.Phase = FramePhase.AwaitingTask;
        frame.AttemptId = attemptId;
        frame.HeartbeatSeconds = request.HeartbeatSeconds;
        if (request.TimeoutSeconds is { } timeout)
        {
            frame.TimerId = step.StartTimer(frame, step.Time.AddSeconds(timeout));
        }

        TaskTimeout.RestartHeartbeat(step, frame);
        return StateOutcome.Waiting;
    }

    private static bool TryPrepare(StepContext step, Frame frame, TaskState state, out TaskRequest request, out StateError? error)
    {
        request = default;
        JsonValue credentials = JsonValue.Undefined;
        if (!EffectiveInput.TrySelect(step, frame, out JsonValue selected, out error))
        {
            return false;
        }

        // In JSONata what is selected is the whole input, and there are arguments in the place of parameters.
        EvaluationScope scope = step.Scope(frame, selected);
        JsonValue input = selected;
        PayloadTemplate? template = state.Arguments ?? state.Parameters;
        if (!state.Timeout.TryEvaluate(scope, out long? timeout, out error)
            || !state.Heartbeat.TryEvaluate(scope, out long? heartbeat, out error)
            || (template is not null && !template.TryEvaluate(scope, out input, out error))
            || (state.Credentials is not null && !state.Credentials.TryEvaluate(scope, out credentials, out error)))
        {
            return false;
        }

        step.Inspection?.OnParameters(state, input);
        if (step.IsTooLarge(input))
        {
            error = StateError.DataLimitExceeded(state.Name);
            return false;
        }

        request = new TaskRequest(input, timeout, heartbeat, credentials);
        return true;
    }
}
