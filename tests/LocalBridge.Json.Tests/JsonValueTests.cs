using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LocalBridge.Json.Tests;

public sealed class JsonValueTests
{
    [Test]
    public void Size_OfTheStruct_Is16Bytes() => Assert.That(Unsafe.SizeOf<JsonValue>(), Is.EqualTo(16));

    [Test]
    public void Default_IsUndefined()
    {
        JsonValue value = default;

        Assert.Multiple(() =>
        {
            Assert.That(value.IsUndefined);
            Assert.That(value.Kind, Is.EqualTo(JsonValueKind.Undefined));
            Assert.That(value, Is.EqualTo(JsonValue.Undefined));
            Assert.That(value.ToString(), Is.EqualTo("undefined"));
        });
    }

    [TestCase("null", JsonValueKind.Null)]
    [TestCase("true", JsonValueKind.True)]
    [TestCase("false", JsonValueKind.False)]
    [TestCase("1", JsonValueKind.Number)]
    [TestCase("1.50", JsonValueKind.Number)]
    [TestCase("\"a\"", JsonValueKind.String)]
    [TestCase("[]", JsonValueKind.Array)]
    [TestCase("{}", JsonValueKind.Object)]
    public void Kind_OfEachValue_IsThatOfTheText(string json, JsonValueKind expected)
    {
        JsonValue value = JsonValue.Parse(json);

        Assert.Multiple(() =>
        {
            Assert.That(value.Kind, Is.EqualTo(expected));
            Assert.That(value.IsNull, Is.EqualTo(expected == JsonValueKind.Null));
            Assert.That(value.IsBoolean, Is.EqualTo(expected is JsonValueKind.True or JsonValueKind.False));
            Assert.That(value.IsNumber, Is.EqualTo(expected == JsonValueKind.Number));
            Assert.That(value.IsString, Is.EqualTo(expected == JsonValueKind.String));
            Assert.That(value.IsArray, Is.EqualTo(expected == JsonValueKind.Array));
            Assert.That(value.IsObject, Is.EqualTo(expected == JsonValueKind.Object));
            Assert.That(value.IsUndefined, Is.False);
        });
    }

    [Test]
    public void Conversion_FromNullReferences_IsNull()
    {
        JsonValue[] values = [(string?)null, (JsonArray?)null, (JsonObject?)null];

        Assert.That(values, Is.All.EqualTo(JsonValue.Null));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void Conversion_FromNonFiniteDouble_Throws(double number) =>
        Assert.That(() => (JsonValue)number, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void GetString_OfANumber_NamesBothKinds() =>
        Assert.That(
            () => ((JsonValue)1).GetString(),
            Throws.InvalidOperationException.With.Message.EqualTo("Expected a string, but the JSON value is a number."));

    [Test]
    public void GetBoolean_OfNull_NamesBothKinds() =>
        Assert.That(
            () => JsonValue.Null.GetBoolean(),
            Throws.InvalidOperationException.With.Message.EqualTo("Expected a boolean, but the JSON value is null."));

    [Test]
    public void Indexer_OnMissingOrOtherKind_IsUndefined()
    {
        JsonValue value = JsonValue.Parse("""{"a":[1]}""");

        Assert.Multiple(() =>
        {
            Assert.That(value["b"].IsUndefined);
            Assert.That(value["a"]["x"].IsUndefined);
            Assert.That(value["a"][1].IsUndefined);
            Assert.That(value["a"][-1].IsUndefined);
            Assert.That(value[0].IsUndefined);
            Assert.That(value["a"][0], Is.EqualTo((JsonValue)1));
        });
    }

    [TestCase("1", "1.0")]
    [TestCase("1", "1e0")]
    [TestCase("100", "1e2")]
    [TestCase("0", "-0")]
    [TestCase("0", "-0.0e5")]
    [TestCase("0.1", "1e-1")]
    [TestCase("12345678901234567890", "1234567890123456789.0e1")]
    [TestCase("1e400", "10e399")]
    [TestCase("[1,2]", "[1.0,2e0]")]
    [TestCase("""{"a":1,"b":[true]}""", """{"b":[true],"a":1}""")]
    public void Equals_SameContentInOtherWords_IsTrue(string left, string right)
    {
        JsonValue one = JsonValue.Parse(left);
        JsonValue other = JsonValue.Parse(right);

        Assert.Multiple(() =>
        {
            Assert.That(one == other);
            Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
        });
    }

    [TestCase("null", "false")]
    [TestCase("1", "\"1\"")]
    [TestCase("[]", "{}")]
    [TestCase("[1,2]", "[2,1]")]
    [TestCase("""{"a":1}""", """{"b":1}""")]
    [TestCase("""{"a":1}""", """{"a":1,"b":1}""")]
    [TestCase("9007199254740993", "9007199254740992")]
    [TestCase("9007199254740993", "9007199254740992.0")]
    [TestCase("12345678901234567890", "12345678901234567891")]
    [TestCase("1e400", "1e401")]
    [TestCase("1e-400", "0")]
    public void Equals_OtherContent_IsFalse(string left, string right) =>
        Assert.That(JsonValue.Parse(left) != JsonValue.Parse(right));

    [Test]
    public void Equals_NestedDeeperThanTheCallStack_Compares()
    {
        JsonValue one = Nest(200_000, 1);
        JsonValue same = Nest(200_000, 1);
        JsonValue other = Nest(200_000, 2);

        Assert.Multiple(() =>
        {
            Assert.That(one == same);
            Assert.That(one == other, Is.False);
            Assert.That(one.GetHashCode(), Is.EqualTo(same.GetHashCode()));
            Assert.That(one.GetUtf8Length(), Is.EqualTo(one.ToUtf8().Length));
        });
    }

    private static JsonValue Nest(int levels, JsonValue innermost)
    {
        JsonValue value = innermost;
        for (int i = 0; i < levels; i++)
        {
            value = i % 2 == 0 ? JsonArray.Create(value) : JsonObject.Empty.SetItem("a", value);
        }

        return value;
    }
}
