using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Waiting;

/// <summary>Collects the fields of a Wait state. Exactly one of them says how long.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class WaitStateBuilder : FlowStateBuilder<WaitStateBuilder>
{
    internal WaitStateBuilder()
        : base(StateType.Wait)
    {
    }

    /// <summary>Waits for a number of seconds.</summary>
    /// <param name="seconds">The number.</param>
    public WaitStateBuilder Seconds(long seconds) => Value("Seconds", seconds);

    /// <summary>Waits for as many seconds as a JSONata expression gives.</summary>
    /// <param name="expression">The expression in <c>{% %}</c>.</param>
    public WaitStateBuilder Seconds(string expression) => Text("Seconds", expression);

    /// <summary>Waits for as many seconds as stand in the input (JSONPath).</summary>
    /// <param name="path">The path of the number.</param>
    public WaitStateBuilder SecondsPath(string path) => Text("SecondsPath", path);

    /// <summary>Waits until a time.</summary>
    /// <param name="time">The time.</param>
    public WaitStateBuilder Timestamp(DateTimeOffset time) => Text("Timestamp", Rfc3339.FormatExactly(time));

    /// <summary>Waits until a time that a JSONata expression gives.</summary>
    /// <param name="expression">The expression in <c>{% %}</c>, or a time as in <c>2026-03-14T01:59:00Z</c>.</param>
    public WaitStateBuilder Timestamp(string expression) => Text("Timestamp", expression);

    /// <summary>Waits until a time that stands in the input (JSONPath).</summary>
    /// <param name="path">The path of the time.</param>
    public WaitStateBuilder TimestampPath(string path) => Text("TimestampPath", path);
}
