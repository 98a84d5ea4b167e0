using System.Collections.Concurrent;
using LocalBridge.Conformance.Running.StepFunctions.Playback;
using LocalBridge.Json;
using LocalBridge.Workflows;

namespace LocalBridge.Conformance.Running.StepFunctions.Hosting;

/// <summary>Holds the answers to tokens until the engine is at rest, as somebody outside would answer.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class CallbackAnswers
{
    private readonly ConcurrentQueue<(string Token, AttemptAnswer Answer)> _answers = new();

    /// <summary>Adds an answer.</summary>
    public void Add(string token, AttemptAnswer answer) => _answers.Enqueue((token, answer));

    /// <summary>Sends the next answer; a token that is never answered is left to its time-out.</summary>
    /// <returns>Whether there was one to send.</returns>
    public async Task<bool> SendNextAsync(IStateMachines stateMachines, CancellationToken cancellationToken)
    {
        while (_answers.TryDequeue(out (string Token, AttemptAnswer Answer) next))
        {
            if (next.Answer.Output is { } output)
            {
                await stateMachines.SendTaskSuccessAsync(next.Token, JsonValue.Parse(output), cancellationToken);
                return true;
            }

            if (next.Answer.HasFailed)
            {
                await stateMachines.SendTaskFailureAsync(next.Token, next.Answer.Error, next.Answer.Cause, cancellationToken);
                return true;
            }
        }

        return false;
    }
}
