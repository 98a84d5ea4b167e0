using CsCheck;

namespace LocalBridge.Json.Tests.Support;

/// <summary>Generates JSON values.</summary>
internal static class JsonGen
{
    private static readonly Gen<string> Names = Among("a", "b", "c", "d", "id", "a b", "é", "日本", "");

    private static readonly Gen<string> Numbers = Gen.OneOf(
        Gen.Long.Select(number => ((JsonValue)number).ToJson()),
        Gen.Double.Where(double.IsFinite).Select(number => ((JsonValue)number).ToJson()),
        Gen.Decimal.Select(number => ((JsonValue)number).ToJson()),
        Among("0.0", "1e3", "-0", "1E+2", "12345678901234567890", "1e400", "0.10", "1e-7", "123456.789e-3"));

    private static readonly Gen<JsonValue> Scalars = Gen.OneOf(
        Numbers.Select(JsonValue.FromNumberText),
        Gen.String.Select(text => (JsonValue)text),
        Among<JsonValue>("\uD800", "a\uDC00b", "\"\\/\b\f\n\r\t\u0000", "😀"),
        Gen.Bool.Select(truth => (JsonValue)truth),
        Gen.Const(JsonValue.Null));

    /// <summary>Gets values of every kind, five levels deep at most.</summary>
    internal static Gen<JsonValue> Values { get; } = OfDepth(5);

    /// <summary>Returns a generator of the given values.</summary>
    internal static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<JsonValue> OfDepth(int depth) => depth == 0
        ? Scalars
        : Gen.Frequency(
            (2, Scalars),
            (2, OfDepth(depth - 1).Array[0, 4].Select(items => (JsonValue)JsonArray.Create(items))),
            (3, Gen.Select(Names, OfDepth(depth - 1)).Array[0, 5].Select(ToObject)));

    private static JsonValue ToObject((string Name, JsonValue Value)[] members)
    {
        var builder = new JsonObjectBuilder();
        foreach ((string name, JsonValue value) in members)
        {
            builder.SetItem(name, value);
        }

        return builder.Build();
    }
}
