using LocalBridge.StatesLanguage.Waiting;

namespace LocalBridge.StatesLanguage.Choices;

public sealed partial class ConditionVariable
{
    /// <summary>Holds when the value is equal to a time.</summary>
    /// <param name="value">The time.</param>
    public Condition TimestampEquals(DateTimeOffset value) => Compare("TimestampEquals", Rfc3339.FormatExactly(value));

    /// <summary>Holds when the value is equal to the time at a path.</summary>
    /// <param name="path">The path of the time.</param>
    public Condition TimestampEqualsPath(string path) => CompareText("TimestampEqualsPath", path);

    /// <summary>Holds when the value is less than a time.</summary>
    /// <param name="value">The time.</param>
    public Condition TimestampLessThan(DateTimeOffset value) => Compare("TimestampLessThan", Rfc3339.FormatExactly(value));

    /// <summary>Holds when the value is less than the time at a path.</summary>
    /// <param name="path">The path of the time.</param>
    public Condition TimestampLessThanPath(string path) => CompareText("TimestampLessThanPath", path);

    /// <summary>Holds when the value is less than or equal to a time.</summary>
    /// <param name="value">The time.</param>
    public Condition TimestampLessThanEquals(DateTimeOffset value) => Compare("TimestampLessThanEquals", Rfc3339.FormatExactly(value));

    /// <summary>Holds when the value is less than or equal to the time at a path.</summary>
    /// <param name="path">The path of the time.</param>
    public Condition TimestampLessThanEqualsPath(string path) => CompareText("TimestampLessThanEqualsPath", path);

    /// <summary>Holds when the value is greater than a time.</summary>
    /// <param name="value">The time.</param>
    public Condition TimestampGreaterThan(DateTimeOffset value) => Compare("TimestampGreaterThan", Rfc3339.FormatExactly(value));

    /// <summary>Holds when the value is greater than the time at a path.</summary>
    /// <param name="path">The path of the time.</param>
    public Condition TimestampGreaterThanPath(string path) => CompareText("TimestampGreaterThanPath", path);

    /// <summary>Holds when the value is greater than or equal to a time.</summary>
    /// <param name="value">The time.</param>
    public Condition TimestampGreaterThanEquals(DateTimeOffset value) => Compare("TimestampGreaterThanEquals", Rfc3339.FormatExactly(value));

    /// <summary>Holds when the value is greater than or equal to the time at a path.</summary>
    /// <param name="path">The path of the time.</param>
    public Condition TimestampGreaterThanEqualsPath(string path) => CompareText("TimestampGreaterThanEqualsPath", path);
}
