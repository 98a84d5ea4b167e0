namespace LocalBridge.Json.Jsonata.Values;

/// <summary>Checks numbers the way the operators do.</summary>
internal static class Number
{
    /// <summary>Tells whether a value is a number that can be calculated with.</summary>
    /// <exception cref="JsonataException">The value is infinite.</exception>
    internal static bool Check(JsonValue value)
    {
        if (!value.TryGetNumber(out double number) || double.IsNaN(number))
        {
            return false;
        }

        return double.IsFinite(number) ? true : throw new JsonataException("D1001", -1, null, value);
    }
}
