using LocalBridge.Json.Numbers;
using LocalBridge.Json.Paths.Steps;

namespace LocalBridge.Json.Paths.Filters;

/// <summary>
/// Represents a comparison such as <c>@.a == 1</c>. A literal has no type of its own: it is compared as a number with a number,
/// as a truth value with a truth value and as a text with a text. What cannot be compared does not meet the filter.
/// </summary>
internal sealed class ComparisonCriterion(Operand left, ComparisonOperator operation, Operand right, int position) : Criterion
{
    // A literal that reads 'null' counts as null, quoted or not.
    private const string NullText = "null";

    // The literal on the right as a number, read once; undefined where it is none, or a path.
    private readonly JsonValue _number = right.Text.TryGetString(out string? text) && NumberOrder.TryReadLoose(text, out JsonValue number)
        ? number
        : default;

    internal override bool IsMet(PathWalk walk, JsonValue item)
    {
        if (left.Select(walk, item, out JsonValue value) != StepOutcome.Found
            || right.Select(walk, item, out JsonValue expected) != StepOutcome.Found)
        {
            return false;
        }

        // Order needs two values, equality does not.
        bool isOrder = operation is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        if (isOrder && value.IsNull != expected.IsNull)
        {
            return false;
        }

        return Compare(walk, value, expected) is { } order && Holds(order);
    }

    private static bool IsNullish(JsonValue value) => value.IsNull || (value.TryGetString(out string? text) && text == NullText);

    private static int Order(bool value, bool expected) => value == expected ? 0 : value ? 1 : -1;

    private bool Holds(int order) => operation switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    /// <summary>Returns the order of the value relative to the expected one; null where they cannot be compared.</summary>
    private int? Compare(PathWalk walk, JsonValue value, JsonValue expected)
    {
        bool isNullish = IsNullish(value);
        bool isNullExpected = IsNullish(expected);
        if (isNullish || isNullExpected)
        {
            return isNullish == isNullExpected ? 0 : isNullish ? -1 : 1;
        }

        if (expected.TryGetString(out string? text))
        {
            return CompareWithText(walk, value, text);
        }

        if (value.IsNumber && expected.IsNumber)
        {
            return NumberOrder.Compare(value, expected);
        }

        if (value.IsBoolean && expected.IsBoolean)
        {
            return Order(value.IsTrue, expected.IsTrue);
        }

        // Arrays and objects equal only themselves: the service compares references.
        return value.Reference is JsonArray or JsonObject && ReferenceEquals(value.Reference, expected.Reference) ? 0 : null;
    }

    private int? CompareWithText(PathWalk walk, JsonValue value, string expected)
    {
        if (value.TryGetString(out string? text))
        {
            return string.CompareOrdinal(text, expected.Replace("\\'", "'", StringComparison.Ordinal));
        }

        if (value.IsBoolean)
        {
            return Order(value.IsTrue, string.Equals(expected, "true", StringComparison.OrdinalIgnoreCase));
        }

        if (!value.IsNumber)
        {
            return null;
        }

        if (!_number.IsUndefined)
        {
            return NumberOrder.Compare(value, _number);
        }

        // A text that a path on the right has found.
        if (NumberOrder.TryReadLoose(expected, out JsonValue number))
        {
            return NumberOrder.Compare(value, number);
        }

        walk.Fail(
            JsonPathErrorKind.Invalid,
            $"The filter compares the number {value.GetNumberText()} with the text '{expected}', which is not a number.",
            position);
        return null;
    }
}
