using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>Represents the value that a condition compares, and the comparisons there are (States Language specification, "Data-test
/// expression"). A value of another type than the comparison's makes it false.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed partial class ConditionVariable
{
    private readonly string _path;

    internal ConditionVariable(string path)
    {
        _path = path;
    }

    /// <summary>Holds when the value is a boolean.</summary>
    /// <param name="isTrue"><see langword="false"/> to hold when it is not.</param>
    public Condition IsBoolean(bool isTrue = true) => Compare("IsBoolean", isTrue);

    /// <summary>Holds when the value is null.</summary>
    /// <param name="isTrue"><see langword="false"/> to hold when it is not.</param>
    public Condition IsNull(bool isTrue = true) => Compare("IsNull", isTrue);

    /// <summary>Holds when the value is a number.</summary>
    /// <param name="isTrue"><see langword="false"/> to hold when it is not.</param>
    public Condition IsNumeric(bool isTrue = true) => Compare("IsNumeric", isTrue);

    /// <summary>Holds when the value is there.</summary>
    /// <param name="isTrue"><see langword="false"/> to hold when it is not.</param>
    public Condition IsPresent(bool isTrue = true) => Compare("IsPresent", isTrue);

    /// <summary>Holds when the value is a string.</summary>
    /// <param name="isTrue"><see langword="false"/> to hold when it is not.</param>
    public Condition IsString(bool isTrue = true) => Compare("IsString", isTrue);

    /// <summary>Holds when the value is a timestamp.</summary>
    /// <param name="isTrue"><see langword="false"/> to hold when it is not.</param>
    public Condition IsTimestamp(bool isTrue = true) => Compare("IsTimestamp", isTrue);

    /// <summary>Holds when the value is the boolean.</summary>
    /// <param name="value">The boolean.</param>
    public Condition BooleanEquals(bool value) => Compare("BooleanEquals", value);

    /// <summary>Holds when the value is the boolean at a path.</summary>
    /// <param name="path">The path of the boolean.</param>
    public Condition BooleanEqualsPath(string path) => CompareText("BooleanEqualsPath", path);

    private Condition Compare(string field, JsonValue operand) => new(JsonObject.Empty.SetItem("Variable", _path).SetItem(field, operand));

    private Condition CompareText(string field, string operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        return Compare(field, operand);
    }
}
