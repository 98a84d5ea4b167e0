using LocalBridge.Json.Paths;

namespace LocalBridge.Json.Tests;

/// <summary>Runs the examples of README.md and docs/jsonpath.md.</summary>
public sealed class ReadmeTests
{
    [Test]
    public void Value_Example_DoesWhatItSays()
    {
        JsonValue order = JsonValue.Parse("""{ "id": "A-1", "total": 129.50, "lines": [ { "sku": "BK", "qty": 3 } ] }""");

        string id = order["id"].GetString();
        double quantity = order["lines"][0]["qty"].GetDouble();
        bool isThere = !order["nope"].IsUndefined;
        JsonValue paid = order.AsObject().SetItem("paid", true);

        Assert.Multiple(() =>
        {
            Assert.That((id, quantity, isThere), Is.EqualTo(("A-1", 3.0, false)));
            Assert.That(paid.ToJson(), Is.EqualTo("""{"id":"A-1","total":129.50,"lines":[{"sku":"BK","qty":3}],"paid":true}"""));
            Assert.That(paid.GetUtf8Length(), Is.EqualTo(paid.ToUtf8().Length));
        });
    }

    [Test]
    public void Builder_Example_DoesWhatItSays()
    {
        var lines = new JsonArrayBuilder();
        lines.Add("BK");
        lines.Add(JsonValue.FromNumberText("1.0"));
        var builder = new JsonObjectBuilder { ["lines"] = lines.Build(), ["open"] = true };

        JsonValue built = builder.Build();

        Assert.That(built.ToJson(), Is.EqualTo("""{"lines":["BK",1.0],"open":true}"""));
    }

    [TestCase("$.lines[?(@.qty > 2)].sku", """["BK"]""")]
    [TestCase("$.lines[(@.length-1)].sku", "\"BK\"")]
    [TestCase("$.nope[*].x", "[]")]
    [TestCase("$.lines[*].opts.gift", "[]")]
    [TestCase("$['id','nope']", """{"id":"A-1"}""")]
    public void Path_Examples_GiveTheirResults(string text, string expected)
    {
        JsonValue order = JsonValue.Parse("""{ "id": "A-1", "lines": [ { "sku": "BK", "qty": 3 } ] }""");

        Assert.That(JsonPath.Parse(text).Evaluate(order).ToJson(), Is.EqualTo(expected));
    }

    [Test]
    public void ReferencePath_Example_DoesWhatItSays()
    {
        var path = ReferencePath.Parse("$.result.id");

        bool written = path.TrySet(JsonValue.Parse("""{ "a": 1 }"""), "x", out JsonValue result, out JsonPathError? error);

        Assert.That((written, error, result.ToJson()), Is.EqualTo((true, (JsonPathError?)null, """{"a":1,"result":{"id":"x"}}""")));
    }
}
