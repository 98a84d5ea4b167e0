using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Choices;

public sealed partial class ConditionVariable
{
    /// <summary>Holds when the value is equal to a number.</summary>
    /// <param name="value">The number.</param>
    public Condition NumericEquals(JsonValue value) => Compare("NumericEquals", value);

    /// <summary>Holds when the value is equal to the number at a path.</summary>
    /// <param name="path">The path of the number.</param>
    public Condition NumericEqualsPath(string path) => CompareText("NumericEqualsPath", path);

    /// <summary>Holds when the value is less than a number.</summary>
    /// <param name="value">The number.</param>
    public Condition NumericLessThan(JsonValue value) => Compare("NumericLessThan", value);

    /// <summary>Holds when the value is less than the number at a path.</summary>
    /// <param name="path">The path of the number.</param>
    public Condition NumericLessThanPath(string path) => CompareText("NumericLessThanPath", path);

    /// <summary>Holds when the value is less than or equal to a number.</summary>
    /// <param name="value">The number.</param>
    public Condition NumericLessThanEquals(JsonValue value) => Compare("NumericLessThanEquals", value);

    /// <summary>Holds when the value is less than or equal to the number at a path.</summary>
    /// <param name="path">The path of the number.</param>
    public Condition NumericLessThanEqualsPath(string path) => CompareText("NumericLessThanEqualsPath", path);

    /// <summary>Holds when the value is greater than a number.</summary>
    /// <param name="value">The number.</param>
    public Condition NumericGreaterThan(JsonValue value) => Compare("NumericGreaterThan", value);

    /// <summary>Holds when the value is greater than the number at a path.</summary>
    /// <param name="path">The path of the number.</param>
    public Condition NumericGreaterThanPath(string path) => CompareText("NumericGreaterThanPath", path);

    /// <summary>Holds when the value is greater than or equal to a number.</summary>
    /// <param name="value">The number.</param>
    public Condition NumericGreaterThanEquals(JsonValue value) => Compare("NumericGreaterThanEquals", value);

    /// <summary>Holds when the value is greater than or equal to the number at a path.</summary>
    /// <param name="path">The path of the number.</param>
    public Condition NumericGreaterThanEqualsPath(string path) => CompareText("NumericGreaterThanEqualsPath", path);
}
