using System.Text;
using LocalBridge.Json;
using LocalBridge.Workflows.MapRuns.Items;

namespace LocalBridge.Tests.Workflows.MapRuns.Items;

internal sealed class JsonItemsTests
{
    [TestCase("[1,\"a\",{\"b\":2}]", null, ExpectedResult = """[1,"a",{"b":2}]""")]
    [TestCase("[]", null, ExpectedResult = "[]")]
    [TestCase("{\"a\":{\"b/c\":[1,2]}}", "/a/b~1c", ExpectedResult = "[1,2]")]
    [TestCase("{\"a\":[[1],[2,3]]}", "/a/1", ExpectedResult = "[2,3]")]
    public string ReadArray_Array_GivesItsElements(string text, string? pointer) => ReadArray(text, pointer);

    [TestCase("{\"a\":1}", null)]
    [TestCase("7", null)]
    [TestCase("{\"a\":[1]}", "/b")]
    public void ReadArray_NoArray_Fails(string text, string? pointer) => Assert.That(
        () => ReadArray(text, pointer),
        Throws.TypeOf<ItemReaderException>().With.Message.EqualTo("Attempting to map over non-iterable node."));

    [Test]
    public void ReadArray_NoJson_FailsAndSaysWhere() => Assert.That(
        () => ReadArray("[1,", null),
        Throws.TypeOf<ItemReaderException>().With.Message.StartsWith("The object is no JSON. Line 1"));

    [TestCase("{\"a\":1}\n{\"a\":2}\n", ExpectedResult = """[{"a":1},{"a":2}]""")]
    [TestCase("1\r\n\r\n  \n2", ExpectedResult = "[1,2]", TestName = "ReadLines_EmptyLines_AreNoItems")]
    [TestCase("", ExpectedResult = "[]")]
    public string ReadLines_Lines_AreItems(string text)
    {
        var items = new ItemList(null);
        JsonItems.ReadLines(Encoding.UTF8.GetBytes(text), items);
        return Write(items);
    }

    [Test]
    public void ReadLines_FaultyLine_FailsAndSaysWhich() => Assert.That(
        () => JsonItems.ReadLines("1\n\n{\n"u8, new ItemList(null)),
        Throws.TypeOf<ItemReaderException>().With.Message.StartsWith("Line 3 of the object is no JSON"));

    [Test]
    public void ReadLines_MaximumReached_ReadsNoFurther()
    {
        var items = new ItemList(2);
        JsonItems.ReadLines("1\n2\n{"u8, items);

        Assert.That(Write(items), Is.EqualTo("[1,2]"));
    }

    private static string ReadArray(string text, string? pointer)
    {
        var items = new ItemList(null);
        JsonItems.ReadArray(Encoding.UTF8.GetBytes(text), pointer, items);
        return Write(items);
    }

    private static string Write(ItemList items) => ((JsonValue)JsonArray.Create(items.ToArray())).ToJson();
}
