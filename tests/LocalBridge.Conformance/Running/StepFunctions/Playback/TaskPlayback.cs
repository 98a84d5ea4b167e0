namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>Answers the tasks of one run: as the recording did where it has an answer left, else as the case's functions do.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class TaskPlayback(Script script, FunctionDirectory functions, FunctionEnvironment environment)
{
    private const string ServicePrefix = "arn:aws:states:::";
    private const string InvokeResource = "arn:aws:states:::lambda:invoke";

    /// <summary>Answers an attempt.</summary>
    /// <param name="state">The Task state.</param>
    /// <param name="resource">The resource as written in the definition.</param>
    /// <param name="request">The JSON text of the request.</param>
    /// <param name="cancellationToken">Is cancelled when nobody awaits the answer any more.</param>
    public async ValueTask<AttemptAnswer> AnswerAsync(string state, string resource, string request, CancellationToken cancellationToken)
    {
        bool isService = resource.StartsWith(ServicePrefix, StringComparison.Ordinal);
        JsonTextStyle style = isService ? JsonTextStyle.Compact : JsonTextStyle.Python;
        if (script.Take(state, request) is { } entry)
        {
            return AttemptAnswer.From(entry, style);
        }

        bool isInvoke = resource.StartsWith(InvokeResource, StringComparison.Ordinal);
        string payload = request;
        FunctionBehaviour? function = isInvoke ? functions.FindInvoked(request, out payload) : functions.Find(resource);
        if (function is null)
        {
            return AttemptAnswer.Failed("Conformance.NoAnswer", $"The case has neither a function nor an answer left for the resource '{resource}' of the state '{state}'.");
        }

        AttemptAnswer answer = await CallAsync(function, payload, style, cancellationToken);
        return isInvoke && answer.Output is { } result ? AttemptAnswer.Succeeded(Wrap(result)) : answer;
    }

    /// <summary>Calls a function that the library invokes for <c>lambda:invoke</c> by itself.</summary>
    /// <param name="name">The function.</param>
    /// <param name="payload">The JSON text of the event.</param>
    /// <param name="cancellationToken">Is cancelled when nobody awaits the answer any more.</param>
    public ValueTask<AttemptAnswer> CallAsync(string name, string payload, CancellationToken cancellationToken) =>
        CallAsync(functions.Find(name)!, payload, JsonTextStyle.Compact, cancellationToken);

    private async ValueTask<AttemptAnswer> CallAsync(FunctionBehaviour function, string payload, JsonTextStyle style, CancellationToken cancellationToken)
    {
        try
        {
            return AttemptAnswer.Succeeded(await function.InvokeAsync(payload, environment, cancellationToken));
        }
        catch (FunctionRaisedException exception)
        {
            return AttemptAnswer.Failed(exception.ErrorType, exception.ToCause(style));
        }
    }

    // The contents of the metadata are not compared, that they are there is.
    private static string Wrap(string payload) =>
        $$"""{"ExecutedVersion":"$LATEST","Payload":{{payload}},"SdkHttpMetadata":{},"SdkResponseMetadata":{},"StatusCode":200}""";
}
