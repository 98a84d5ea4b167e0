using LocalBridge.Json;

namespace LocalBridge.Functions;

/// <summary>The failure of a function in the service's terms: what <c>Retry</c>, <c>Catch</c> and the history see.</summary>
/// <param name="Error">The error name.</param>
/// <param name="Cause">The cause text.</param>
internal sealed record FunctionFailure(string Error, string? Cause)
{
    /// <summary>The service cuts a cause at 32,768 characters; a longer stack trace is cut here so that the JSON stays whole.</summary>
    private const int MaximumCauseLength = 32_768;

    private const int MaximumMessageLength = 8_192;

    private const int MaximumInnerFailures = 4;

    /// <summary>Translates an exception: a <see cref="FunctionException"/> names itself, any other one is told as a .NET Lambda function tells it.</summary>
    internal static FunctionFailure From(Exception exception)
    {
        if (exception is FunctionException named)
            return new FunctionFailure(named.Error, named.Cause);

        int room = MaximumCauseLength - MaximumMessageLength;
        string cause = Describe(exception, MaximumInnerFailures, ref room).ToJson();
        if (cause.Length > MaximumCauseLength)
        {
            // Only texts full of characters that JSON has to escape get here; what is left out is the stack, not the message.
            room = 0;
            cause = Describe(exception, 0, ref room).ToJson();
        }

        return new FunctionFailure(exception.GetType().Name, cause.Length <= MaximumCauseLength ? cause : cause[..MaximumCauseLength]);
    }

    private static JsonValue Describe(Exception exception, int innerFailures, ref int room)
    {
        string message = exception.Message;
        if (message.Length > MaximumMessageLength / 2)
            message = message[..(MaximumMessageLength / 2)];

        var failure = new JsonObjectBuilder();
        failure["errorType"] = exception.GetType().Name;
        failure["errorMessage"] = message;
        failure["stackTrace"] = Stack(exception, ref room);
        if (exception.InnerException is { } inner && innerFailures > 0 && room > 0)
            failure["cause"] = Describe(inner, innerFailures - 1, ref room);
        return failure.Build();
    }

    private static JsonArray Stack(Exception exception, ref int room)
    {
        var lines = new JsonArrayBuilder();
        foreach (ReadOnlySpan<char> line in exception.StackTrace.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> text = line.Trim();
            room -= text.Length + 8;
            if (room <= 0)
                break;
            if (!text.IsEmpty)
                lines.Add(text.ToString());
        }

        return lines.Build();
    }
}
