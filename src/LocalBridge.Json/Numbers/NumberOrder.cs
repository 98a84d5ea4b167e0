namespace LocalBridge.Json.Numbers;

/// <summary>Orders numbers by their exact values.</summary>
internal static class NumberOrder
{
    internal static int Compare(JsonValue left, JsonValue right)
    {
        if (left.IsInt64(out long leftInteger) && right.IsInt64(out long rightInteger))
        {
            return leftInteger.CompareTo(rightInteger);
        }

        // The nearest doubles are in the order of the values, unless they are equal.
        int order = left.GetDouble().CompareTo(right.GetDouble());
        return order != 0 || left.Equals(right)
            ? order
            : ExactNumber.Parse(left.GetNumberText()).CompareTo(ExactNumber.Parse(right.GetNumberText()));
    }

    /// <summary>Reads a number as java.math.BigDecimal does, which unlike JSON takes <c>+1</c>, <c>01</c>, <c>.5</c> and <c>1.</c>.</summary>
    internal static bool TryReadLoose(string text, out JsonValue number)
    {
        ReadOnlySpan<char> rest = text;
        bool isNegative = rest.StartsWith('-');
        if (isNegative || rest.StartsWith('+'))
        {
            rest = rest[1..];
        }

        int exponentAt = rest.IndexOfAny('e', 'E');
        ReadOnlySpan<char> exponent = exponentAt < 0 ? default : rest[exponentAt..];
        ReadOnlySpan<char> mantissa = exponentAt < 0 ? rest : rest[..exponentAt];
        int point = mantissa.IndexOf('.');
        ReadOnlySpan<char> integer = point < 0 ? mantissa : mantissa[..point];
        ReadOnlySpan<char> fraction = point < 0 ? default : mantissa[(point + 1)..];
        if (integer.Length + fraction.Length == 0)
        {
            number = default;
            return false;
        }

        ReadOnlySpan<char> digits = integer.TrimStart('0');
        string json = string.Concat(
            string.Concat(isNegative ? "-" : string.Empty, digits.IsEmpty ? "0" : digits),
            fraction.IsEmpty ? string.Empty : ".",
            fraction,
            exponent);
        return NumberReader.TryRead(json, out number);
    }
}
