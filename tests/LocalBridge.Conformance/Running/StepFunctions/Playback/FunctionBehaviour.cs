using System.Text.Json;
using LocalBridge.Conformance.Corpora;

namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>Represents what a Lambda function of a case does: the <c>handlers</c> member.</summary>
internal abstract record FunctionBehaviour
{
    /// <summary>Reads a behaviour.</summary>
    /// <exception cref="KeyNotFoundException">The operation is unknown or lacks a member.</exception>
    public static FunctionBehaviour Read(JsonElement handler) => handler.RequiredText("op") switch
    {
        "echo" => new EchoBehaviour(),
        "return" => new ReturnBehaviour(handler.GetProperty("value").GetRawText()),
        "returnString" => new ReturnBehaviour(
            JsonSerializer.Serialize(new string(handler.RequiredText("char")[0], handler.GetProperty("length").GetInt32()))),
        "raise" => new RaiseBehaviour(handler.RequiredText("errorType"), handler.RequiredText("errorMessage"), handler.Member("stackTrace")),
        "sleep" => new SleepBehaviour(TimeSpan.FromSeconds(handler.GetProperty("seconds").GetDouble()), Read(handler.GetProperty("then"))),
        var operation => throw new KeyNotFoundException($"the handler operation '{operation}' is unknown"),
    };

    /// <summary>Does it.</summary>
    /// <param name="input">The JSON text of the event.</param>
    /// <param name="environment">What the case's functions have in common.</param>
    /// <param name="cancellationToken">Is cancelled when nobody awaits the answer any more.</param>
    /// <returns>The JSON text of the result.</returns>
    /// <exception cref="FunctionRaisedException">The function fails.</exception>
    public abstract ValueTask<string> InvokeAsync(string input, FunctionEnvironment environment, CancellationToken cancellationToken);

    private sealed record EchoBehaviour : FunctionBehaviour
    {
        public override ValueTask<string> InvokeAsync(string input, FunctionEnvironment environment, CancellationToken cancellationToken) =>
            ValueTask.FromResult(input);
    }

    private sealed record ReturnBehaviour(string Result) : FunctionBehaviour
    {
        public override ValueTask<string> InvokeAsync(string input, FunctionEnvironment environment, CancellationToken cancellationToken) =>
            ValueTask.FromResult(Result);
    }

    private sealed record RaiseBehaviour(string ErrorType, string ErrorMessage, JsonElement StackTrace) : FunctionBehaviour
    {
        public override ValueTask<string> InvokeAsync(string input, FunctionEnvironment environment, CancellationToken cancellationToken) =>
            throw new FunctionRaisedException(ErrorType, ErrorMessage, environment.NextRequestId(), StackTrace);
    }

    private sealed record SleepBehaviour(TimeSpan Duration, FunctionBehaviour Then) : FunctionBehaviour
    {
        public override async ValueTask<string> InvokeAsync(string input, FunctionEnvironment environment, CancellationToken cancellationToken)
        {
            using (environment.Activity.Park())
            {
                await Task.Delay(Duration, environment.Time, cancellationToken);
            }

            return await Then.InvokeAsync(input, environment, cancellationToken);
        }
    }
}
