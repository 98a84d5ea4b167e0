using LocalBridge.Functions;
using LocalBridge.Identity;
using LocalBridge.Json;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Carries out the optimised integration <c>arn:aws:states:::lambda:invoke</c> ("Invoke an AWS Lambda function with Step Functions").</summary>
internal sealed class LambdaInvokeTask(FunctionRegistry functions, FunctionTask call, StatesArns arns, IIdentifierSource identifiers)
{
    internal async ValueTask<TaskOutcome> InvokeAsync(TaskContext context, CancellationToken cancellationToken)
    {
        if (!context.Input["FunctionName"].TryGetString(out string? name) || name.Length == 0)
        {
            return TaskOutcome.Failed("States.Runtime", "The parameter 'FunctionName' of 'lambda:invoke' is missing or no string.");
        }

        if (!functions.TryResolve(name, out RegisteredFunction? function))
        {
            string arn = name.StartsWith("arn:", StringComparison.Ordinal)
                ? name
                : $"arn:aws:lambda:{arns.Region}:{arns.Account}:function:{FunctionName.FromNameOrArn(name)}";
            return TaskOutcome.Failed(
                "Lambda.ResourceNotFoundException",
                ServiceAnswer.Cause($"Function not found: {arn}:$LATEST", "AWSLambda", 404, "ResourceNotFoundException", identifiers.NewGuid()));
        }

        TaskOutcome outcome = await call.InvokeAsync(function, context, Payload(context.Input), cancellationToken).ConfigureAwait(false);
        return outcome.Kind == TaskOutcomeKind.Succeeded ? TaskOutcome.Succeeded(Wrap(outcome.Output)) : outcome;
    }

    /// <summary>Returns what the function gets: without a payload, or with <c>null</c>, an empty object.</summary>
    private static JsonValue Payload(JsonValue input)
    {
        JsonValue payload = input["Payload"];
        if (payload.IsUndefined || payload.IsNull)
        {
            return JsonValue.EmptyObject;
        }

        // A text is the body of the request as it is: it is JSON, or, if it is not, the service would refuse it; then it stays a string.
        return payload.TryGetString(out string? text) && JsonValue.TryParse(text, out JsonValue body, out _) ? body : payload;
    }

    private JsonValue Wrap(JsonValue payload)
    {
        var answer = new JsonObjectBuilder(5);
        answer["ExecutedVersion"] = "$LATEST";
        answer["Payload"] = payload;
        ServiceAnswer.AddMetadata(answer, identifiers.NewGuid());
        answer["StatusCode"] = 200;
        return answer.Build();
    }
}
