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

        try
        {
            string result = await function.InvokeAsync(payload, environment, cancellationToken);
            return AttemptAnswer.Succeeded(isInvoke ? Wrap(result) : result);
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
