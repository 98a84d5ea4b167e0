using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Waiting;

/// <summary>Represents how long a Wait state waits: one of <c>Seconds</c>, <c>SecondsPath</c>, <c>Timestamp</c> and <c>TimestampPath</c>; in JSONata
/// <c>Seconds</c> and <c>Timestamp</c> may be expressions.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class WaitTime
{
    private readonly JsonataField? _secondsExpression;
    private readonly JsonataField? _timestampExpression;

    private WaitTime(
        long? seconds = null,
        DateTimeOffset? timestamp = null,
        JsonPath? secondsPath = null,
        JsonPath? timestampPath = null,
        JsonataField? secondsExpression = null,
        JsonataField? timestampExpression = null)
    {
        _secondsExpression = secondsExpression;
        _timestampExpression = timestampExpression;
        Seconds = seconds;
        Timestamp = timestamp;
        SecondsPath = secondsPath;
        TimestampPath = timestampPath;
    }

    /// <summary>Gets the literal seconds, if that is how the time is given.</summary>
    public long? Seconds { get; }

    /// <summary>Gets the literal time in UTC, if that is how the time is given.</summary>
    public DateTimeOffset? Timestamp { get; }

    /// <summary>Gets the path of the seconds, if that is how the time is given.</summary>
    public JsonPath? SecondsPath { get; }

    /// <summary>Gets the path of the timestamp, if that is how the time is given.</summary>
    public JsonPath? TimestampPath { get; }

    /// <summary>Gets the JSONata expression of the seconds as written, <c>{% … %}</c>, if that is how the time is given.</summary>
    public string? SecondsExpression => _secondsExpression?.Text;

    /// <summary>Gets the JSONata expression of the timestamp as written, <c>{% … %}</c>, if that is how the time is given.</summary>
    public string? TimestampExpression => _timestampExpression?.Text;

    internal static WaitTime For(long seconds) => new(seconds: seconds);

    internal static WaitTime Until(DateTimeOffset timestamp) => new(timestamp: timestamp);

    internal static WaitTime ForSecondsAt(JsonPath path) => new(secondsPath: path);

    internal static WaitTime UntilTimestampAt(JsonPath path) => new(timestampPath: path);

    internal static WaitTime ForSecondsOf(JsonataField expression) => new(secondsExpression: expression);

    internal static WaitTime UntilTimestampOf(JsonataField expression) => new(timestampExpression: expression);

    /// <summary>Computes when the wait ends.</summary>
    internal bool TryGetEnd(EvaluationScope scope, DateTimeOffset now, out DateTimeOffset end, [NotNullWhen(false)] out StateError? error)
    {
        error = null;
        end = Timestamp ?? now;
        if (Seconds is { } seconds)
        {
            end = After(now, seconds);
            return true;
        }

        if (_secondsExpression is not null)
        {
            return TryComputeSeconds(scope, _secondsExpression, now, out end, out error);
        }

        if (_timestampExpression is not null)
        {
            return TryComputeTimestamp(scope, _timestampExpression, out end, out error);
        }

        if (SecondsPath is not null)
        {
            return TryGetSeconds(scope, now, out end, out error);
        }

        return TimestampPath is null || TryGetTimestamp(scope, out end, out error);
    }

    private bool TryGetSeconds(EvaluationScope scope, DateTimeOffset now, out DateTimeOffset end, [NotNullWhen(false)] out StateError? error)
    {
        end = now;
        if (!scope.TryResolve(SecondsPath!, out JsonValue value, out _))
        {
            error = StateError.Runtime($"The SecondsPath parameter does not reference an input value: {SecondsPath!.Text}");
            return false;
        }

        if (!value.TryGetInt64(out long seconds))
        {
            error = StateError.Runtime($"The SecondsPath parameter cannot be parsed as a long value: {SecondsPath!.Text} == {Show(value)}");
            return false;
        }

        if (seconds < 0)
        {
            error = StateError.Runtime($"The SecondsPath parameter references a negative value: {SecondsPath!.Text} == {Show(value)}");
            return false;
        }

        error = null;
        end = After(now, seconds);
        return true;
    }

    private bool TryGetTimestamp(EvaluationScope scope, out DateTimeOffset end, [NotNullWhen(false)] out StateError? error)
    {
        end = default;
        if (!scope.TryResolve(TimestampPath!, out JsonValue value, out _))
        {
            error = StateError.Runtime($"The TimestampPath parameter does not reference an input value: {TimestampPath!.Text}");
            return false;
        }

        error = value.IsString && Rfc3339.TryParse(value.GetString(), out end)
            ? null
            : StateError.Runtime(
                "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: "
                + $"{TimestampPath!.Text} == {Show(value)}");
        return error is null;
    }

    private static bool TryComputeSeconds(
        EvaluationScope scope, JsonataField expression, DateTimeOffset now, out DateTimeOffset end, [NotNullWhen(false)] out StateError? error)
    {
        end = now;
        if (!expression.TryEvaluate(scope, "number", static value => value.IsNumber, out JsonValue value, out error))
        {
            return false;
        }

        if (!value.TryGetInt64(out long seconds))
        {
            error = Unusable($"The Seconds field cannot be parsed as a long value: {value.ToJson()}", expression);
            return false;
        }

        if (seconds < 0)
        {
            error = Unusable($"The Seconds field has a negative value: {value.ToJson()}", expression);
            return false;
        }

        end = After(now, seconds);
        return true;
    }

    private static bool TryComputeTimestamp(
        EvaluationScope scope, JsonataField expression, out DateTimeOffset end, [NotNullWhen(false)] out StateError? error)
    {
        end = default;
        if (!expression.TryEvaluate(scope, "string", static value => value.IsString, out JsonValue value, out error))
        {
            return false;
        }

        if (!Rfc3339.TryParse(value.GetString(), out end))
        {
            error = Unusable($"The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {Show(value)}", expression);
            return false;
        }

        return true;
    }

    private static StateError Unusable(string cause, JsonataField expression) =>
        StateError.Evaluation(cause, expression.Location) with { IsUnusableValue = true };

    private static DateTimeOffset After(DateTimeOffset now, long seconds)
    {
        long longest = (DateTimeOffset.MaxValue - now).Ticks / TimeSpan.TicksPerSecond;
        return now.AddTicks(Math.Min(seconds, longest) * TimeSpan.TicksPerSecond);
    }

    /// <summary>The service shows strings without quotes.</summary>
    private static string Show(JsonValue value) => value.IsString ? value.GetString() : value.ToJson();
}
