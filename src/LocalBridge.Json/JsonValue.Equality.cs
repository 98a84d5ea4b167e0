using LocalBridge.Json.Numbers;

namespace LocalBridge.Json;

public readonly partial struct JsonValue
{
    /// <summary>Compares two values by content: see <see cref="Equals(JsonValue)"/>.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns><see langword="true"/> where they are equal.</returns>
    public static bool operator ==(JsonValue left, JsonValue right) => left.Equals(right);

    /// <summary>Compares two values by content: see <see cref="Equals(JsonValue)"/>.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns><see langword="true"/> where they differ.</returns>
    public static bool operator !=(JsonValue left, JsonValue right) => !left.Equals(right);

    /// <summary>
    /// Compares by content: numbers by their exact numeric value (<c>1.0</c> equals <c>1</c>), strings ordinally, arrays in order,
    /// objects without regard to the order of their members.
    /// </summary>
    /// <param name="other">The other value.</param>
    /// <returns><see langword="true"/> where they are equal. Two undefined values are equal.</returns>
    public bool Equals(JsonValue other)
    {
        if (ReferenceEquals(_reference, other._reference))
        {
            return _bits == other._bits || (_reference is JsonNumber ? EqualNumbers(this, other) : _reference is not null);
        }

        return _reference switch
        {
            null => false,
            string text => other._reference is string otherText && string.Equals(text, otherText),
            JsonNumber => other._reference is JsonNumber && EqualNumbers(this, other),
            _ => other._reference is JsonArray or JsonObject && DeepComparer.Equal(this, other),
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => DeepComparer.Hash(this, DeepComparer.HashedLevels);

    private static bool EqualNumbers(JsonValue left, JsonValue right)
    {
        // Equal decimals have equal nearest doubles, so unequal doubles settle it.
        double leftDouble = left.GetDouble();
        if (leftDouble != right.GetDouble())
        {
            return false;
        }

        bool leftIsInteger = left.IsInt64(out long leftInteger);
        bool rightIsInteger = right.IsInt64(out long rightInteger);
        if (leftIsInteger && rightIsInteger)
        {
            return leftInteger == rightInteger;
        }

        string? leftText = ((JsonNumber)left._reference!).Text;
        string? rightText = ((JsonNumber)right._reference!).Text;
        if (leftText is null && rightText is null && (leftIsInteger == rightIsInteger || Math.Abs(leftDouble) < LargestExactInteger))
        {
            return true;
        }

        return ExactNumber.Parse(left.GetNumberText()) == ExactNumber.Parse(right.GetNumberText());
    }
}
