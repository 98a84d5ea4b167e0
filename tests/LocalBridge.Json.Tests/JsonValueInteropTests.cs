using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalBridge.Json.Tests;

public sealed partial class JsonValueInteropTests
{
    [Test]
    public void Serialize_AndDeserialize_WithSourceGeneration_KeepTheObject()
    {
        JsonValue value = JsonValue.Serialize(new Order("A-1", 1.50m), OrderContext.Default.Order);

        Assert.That((value.ToJson(), value.Deserialize(OrderContext.Default.Order)), Is.EqualTo(("""{"Id":"A-1","Total":1.50}""", new Order("A-1", 1.50m))));
    }

    [Test]
    public void Serialize_AndDeserialize_WithReflection_KeepTheObject()
    {
        JsonValue value = JsonValue.Serialize(new Order("A-1", 2m), JsonSerializerOptions.Web);

        Assert.That((value.ToJson(), value.Deserialize<Order>(JsonSerializerOptions.Web)), Is.EqualTo(("""{"id":"A-1","total":2}""", new Order("A-1", 2m))));
    }

    [Test]
    public void FromElement_OfALenientDocument_SkipsCommentsAndLastCommas()
    {
        var lenient = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        using var document = JsonDocument.Parse("{ /* x */ \"a\": [1, 2,], // y\n }", lenient);

        Assert.That(JsonValue.FromElement(document.RootElement).ToJson(), Is.EqualTo("""{"a":[1,2]}"""));
    }

    [Test]
    public void Undefined_InEveryDirection_StaysUndefinedOrThrows()
    {
        JsonValue undefined = JsonValue.FromElement(default);

        Assert.Multiple(() =>
        {
            Assert.That(undefined.IsUndefined);
            Assert.That(undefined.ToElement().ValueKind, Is.EqualTo(JsonValueKind.Undefined));
            Assert.That(undefined.ToNode(), Is.Null);
            Assert.That(() => JsonValue.Undefined.ToJson(), Throws.InvalidOperationException);
            Assert.That(() => JsonValue.Undefined.GetUtf8Length(), Throws.InvalidOperationException);
        });
    }

    [Test]
    public void WriteTo_BufferWriter_WritesTheCompactText()
    {
        var buffer = new ArrayBufferWriter<byte>();

        JsonValue.Parse("""{ "é": [1.0, "\u00e9"] }""").WriteTo(buffer);

        Assert.That(Encoding.UTF8.GetString(buffer.WrittenSpan), Is.EqualTo("""{"é":[1.0,"é"]}"""));
    }

    [Test]
    public void ToIndentedJson_NestedValue_HasALineForEach() =>
        Assert.That(
            JsonValue.Parse("""{"a":[1,{}],"b":{"c":[]}}""").ToIndentedJson(),
            Is.EqualTo("{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": {\n    \"c\": []\n  }\n}"));

    [Test]
    public void Parse_SameNamesTwice_UsesTheSameStrings()
    {
        JsonObject first = JsonValue.Parse("""{"orderNumber":1}""").AsObject();
        JsonObject second = JsonValue.Parse("""[{"orderNumber":2}]"""u8)[0].AsObject();

        Assert.That(first.Names[0], Is.SameAs(second.Names[0]));
    }

    internal sealed record Order(string Id, decimal Total);

    [JsonSerializable(typeof(Order))]
    private sealed partial class OrderContext : JsonSerializerContext;
}
