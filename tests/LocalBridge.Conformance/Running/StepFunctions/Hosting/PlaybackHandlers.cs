using LocalBridge.Conformance.Running.StepFunctions.Playback;
using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Workflows.Tasks;

namespace LocalBridge.Conformance.Running.StepFunctions.Hosting;

/// <summary>Carries out the tasks of one run with the answers of its case.</summary>
internal sealed class PlaybackHandlers(TaskPlayback playback, HandlerActivity activity, CallbackAnswers callbacks)
{
    /// <summary>Carries out a task of a service integration.</summary>
    public async ValueTask<JsonValue> HandleAsync(TaskContext context, CancellationToken cancellationToken)
    {
        using IDisposable running = activity.Run();
        AttemptAnswer answer = await playback.AnswerAsync(context.StateName, context.Resource.Text, context.Input.ToJson(), cancellationToken);
        if (context.Resource.Pattern == TaskPattern.WaitForTaskToken && answer.Submitted is not null)
        {
            callbacks.Add(context.TaskToken!, answer);
            return JsonValue.Parse(answer.Submitted);
        }

        if (answer.Submitted is { } submitted)
        {
            await context.SubmitAsync(JsonValue.Parse(submitted));
        }

        return await EndAsync(answer, cancellationToken);
    }

    /// <summary>Carries out a task of a function that is called by its ARN.</summary>
    public async ValueTask<JsonValue> InvokeAsync(string resource, JsonValue input, FunctionContext context, CancellationToken cancellationToken)
    {
        using IDisposable running = activity.Run();
        AttemptAnswer answer = await playback.AnswerAsync(context.StateName ?? string.Empty, resource, input.ToJson(), cancellationToken);
        return await EndAsync(answer, cancellationToken);
    }

    /// <summary>Carries out a function that the library calls for <c>lambda:invoke</c> by itself.</summary>
    public async ValueTask<JsonValue> CallAsync(string name, JsonValue input, CancellationToken cancellationToken)
    {
        using IDisposable running = activity.Run();
        return await EndAsync(await playback.CallAsync(name, input.ToJson(), cancellationToken), cancellationToken);
    }

    private async ValueTask<JsonValue> EndAsync(AttemptAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.IsNeverAnswered)
        {
            using IDisposable parked = activity.Park();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return answer.HasFailed
            ? throw new FunctionException(answer.Error ?? "Conformance.NoErrorName", answer.Cause)
            : JsonValue.Parse(answer.Output!);
    }
}
