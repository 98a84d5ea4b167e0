namespace LocalBridge.StatesLanguage.Choices;

public sealed partial class ConditionVariable
{
    /// <summary>Holds when the value is equal to a text.</summary>
    /// <param name="value">The text.</param>
    public Condition StringEquals(string value) => CompareText("StringEquals", value);

    /// <summary>Holds when the value is equal to the text at a path.</summary>
    /// <param name="path">The path of the text.</param>
    public Condition StringEqualsPath(string path) => CompareText("StringEqualsPath", path);

    /// <summary>Holds when the value is less than a text.</summary>
    /// <param name="value">The text.</param>
    public Condition StringLessThan(string value) => CompareText("StringLessThan", value);

    /// <summary>Holds when the value is less than the text at a path.</summary>
    /// <param name="path">The path of the text.</param>
    public Condition StringLessThanPath(string path) => CompareText("StringLessThanPath", path);

    /// <summary>Holds when the value is less than or equal to a text.</summary>
    /// <param name="value">The text.</param>
    public Condition StringLessThanEquals(string value) => CompareText("StringLessThanEquals", value);

    /// <summary>Holds when the value is less than or equal to the text at a path.</summary>
    /// <param name="path">The path of the text.</param>
    public Condition StringLessThanEqualsPath(string path) => CompareText("StringLessThanEqualsPath", path);

    /// <summary>Holds when the value is greater than a text.</summary>
    /// <param name="value">The text.</param>
    public Condition StringGreaterThan(string value) => CompareText("StringGreaterThan", value);

    /// <summary>Holds when the value is greater than the text at a path.</summary>
    /// <param name="path">The path of the text.</param>
    public Condition StringGreaterThanPath(string path) => CompareText("StringGreaterThanPath", path);

    /// <summary>Holds when the value is greater than or equal to a text.</summary>
    /// <param name="value">The text.</param>
    public Condition StringGreaterThanEquals(string value) => CompareText("StringGreaterThanEquals", value);

    /// <summary>Holds when the value is greater than or equal to the text at a path.</summary>
    /// <param name="path">The path of the text.</param>
    public Condition StringGreaterThanEqualsPath(string path) => CompareText("StringGreaterThanEqualsPath", path);

    /// <summary>Holds when the value matches a pattern.</summary>
    /// <param name="pattern">The pattern, in which <c>*</c> stands for any characters.</param>
    public Condition StringMatches(string pattern) => CompareText("StringMatches", pattern);
}
