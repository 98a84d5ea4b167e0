using LocalBridge.Json;
using LocalBridge.Workflows.MapRuns.Items;

namespace LocalBridge.Tests.Workflows.MapRuns.Items;

internal sealed class CsvItemsTests
{
    [TestCase("a,b\n1,2\n3,4\n", ExpectedResult = """[{"a":"1","b":"2"},{"a":"3","b":"4"}]""")]
    [TestCase("a,b\r\n1,2\r\n", ExpectedResult = """[{"a":"1","b":"2"}]""", TestName = "Read_WindowsLineEnds_AreLineEnds")]
    [TestCase("a,b\n1,2", ExpectedResult = """[{"a":"1","b":"2"}]""", TestName = "Read_NoLineEndAtTheEnd_ReadsTheLastRow")]
    [TestCase("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", ExpectedResult = """[{"a":"x,y","b":"say \"hi\""}]""", TestName = "Read_Quotes_KeepDelimitersAndDoubledQuotes")]
    [TestCase("a,b\n\"line 1\nline 2\",2\n", ExpectedResult = """[{"a":"line 1\nline 2","b":"2"}]""", TestName = "Read_LineEndInQuotes_BelongsToTheField")]
    [TestCase("a,b\n\"x\"y,2\n", ExpectedResult = """[{"a":"xy","b":"2"}]""", TestName = "Read_TextBehindQuotes_BelongsToTheField")]
    [TestCase("a,b\nx\"y,2\n", ExpectedResult = """[{"a":"x\"y","b":"2"}]""", TestName = "Read_QuoteWithinAField_IsACharacter")]
    [TestCase("a,b,c\n1\n", ExpectedResult = """[{"a":"1","b":"","c":""}]""", TestName = "Read_MissingFields_AreEmpty")]
    [TestCase("a\n1,2,3\n", ExpectedResult = """[{"a":"1"}]""", TestName = "Read_FieldsBeyondTheHeaders_AreLeftOut")]
    [TestCase("a,b\n\n1,2\n\n\n3,4\n", ExpectedResult = """[{"a":"1","b":"2"},{"a":"3","b":"4"}]""", TestName = "Read_EmptyLines_AreNoRows")]
    [TestCase("a,b\n , \n", ExpectedResult = """[{"a":" ","b":" "}]""", TestName = "Read_White_IsKept")]
    [TestCase("a,b\n", ExpectedResult = "[]", TestName = "Read_HeadersOnly_GiveNoItems")]
    [TestCase("", ExpectedResult = "[]", TestName = "Read_EmptyText_GivesNoItems")]
    public string Read_HeadersInTheFirstRow(string text) => Read(text, """{"InputType":"CSV","CSVHeaderLocation":"FIRST_ROW"}""");

    [TestCase("PIPE", '|')]
    [TestCase("SEMICOLON", ';')]
    [TestCase("SPACE", ' ')]
    [TestCase("TAB", '\t')]
    [TestCase("COMMA", ',')]
    public void Read_Delimiter_SplitsTheFields(string name, char delimiter)
    {
        string items = Read($"a{delimiter}b\n1{delimiter}2\n", $$"""{"InputType":"CSV","CSVDelimiter":"{{name}}"}""");

        Assert.That(items, Is.EqualTo("""[{"a":"1","b":"2"}]"""));
    }

    [Test]
    public void Read_GivenHeaders_MakeTheFirstRowAnItem()
    {
        string items = Read("1,2\n3\n", """{"InputType":"CSV","CSVHeaderLocation":"GIVEN","CSVHeaders":["x","y"]}""");

        Assert.That(items, Is.EqualTo("""[{"x":"1","y":"2"},{"x":"3","y":""}]"""));
    }

    [Test]
    public void Read_SameHeaderTwice_Fails() => Assert.That(
        () => Read("a,a\n1,2\n", """{"InputType":"CSV"}"""),
        Throws.TypeOf<ItemReaderException>().With.Message.EqualTo("CSV headers cannot contain duplicates."));

    [Test]
    public void Read_QuotesThatDoNotEnd_FailAndSayWhere() => Assert.That(
        () => Read("a,b\n1,\"2\n3,4\n", """{"InputType":"CSV"}"""),
        Throws.TypeOf<ItemReaderException>().With.Message.EqualTo("The CSV text ends within the quotes that begin in row 2 at character 7."));

    [Test]
    public void Read_MaximumReached_ReadsNoFurther()
    {
        // The rest of the text would fail.
        string items = Read("a\n1\n2\n\"3", """{"InputType":"CSV"}""", maximum: 2);

        Assert.That(items, Is.EqualTo("""[{"a":"1"},{"a":"2"}]"""));
    }

    private static string Read(string text, string config, long? maximum = null)
    {
        var items = new ItemList(maximum);
        CsvItems.Read(text, ReaderConfigs.Parse(config), items);
        return ((JsonValue)JsonArray.Create(items.ToArray())).ToJson();
    }
}
