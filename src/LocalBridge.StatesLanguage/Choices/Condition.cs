using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>Represents a condition of a Choice state in JSONPath, for <see cref="ChoiceStateBuilder"/>.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <example>
/// <code>
/// Condition.And(
///     Condition.Variable("$.total").NumericGreaterThan(1000),
///     Condition.Not(Condition.Variable("$.customer.tier").StringEquals("gold")))
/// </code>
/// </example>
public sealed class Condition
{
    private readonly JsonObject _fields;

    internal Condition(JsonObject fields)
    {
        _fields = fields;
    }

    /// <summary>Begins a comparison.</summary>
    /// <param name="path">The path of the value that is compared.</param>
    /// <returns>The comparisons there are.</returns>
    public static ConditionVariable Variable(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new ConditionVariable(path);
    }

    /// <summary>Holds when all conditions hold.</summary>
    /// <param name="conditions">The conditions.</param>
    public static Condition And(params ReadOnlySpan<Condition> conditions) => Combine("And", conditions);

    /// <summary>Holds when one of the conditions holds.</summary>
    /// <param name="conditions">The conditions.</param>
    public static Condition Or(params ReadOnlySpan<Condition> conditions) => Combine("Or", conditions);

    /// <summary>Holds when a condition does not.</summary>
    /// <param name="condition">The condition.</param>
    public static Condition Not(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new Condition(JsonObject.Empty.SetItem("Not", condition._fields));
    }

    /// <summary>Returns the condition with a comment. That of a whole rule is <see cref="ChoiceBranchBuilder.Comment"/>.</summary>
    /// <param name="comment">The text.</param>
    public Condition Comment(string comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return new Condition(_fields.SetItem("Comment", comment));
    }

    internal void WriteTo(FieldsBuilder fields)
    {
        foreach (KeyValuePair<string, JsonValue> field in _fields)
        {
            fields.Value(field.Key, field.Value);
        }
    }

    private static Condition Combine(string field, ReadOnlySpan<Condition> conditions)
    {
        var elements = new JsonArrayBuilder(conditions.Length);
        foreach (Condition condition in conditions)
        {
            ArgumentNullException.ThrowIfNull(condition, nameof(conditions));
            elements.Add(condition._fields);
        }

        return new Condition(JsonObject.Empty.SetItem(field, elements.Build()));
    }
}
