using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalBridge.EventPatterns.Tests.Building;

public sealed partial class TypedPatternTests
{
    [Test]
    public void Where_Property_IsCalledAsTheWebDefaultsWriteIt()
    {
        EventPattern pattern = Pattern.For<OrderPlaced>().Source("shop").Where(order => order.Total, Match.GreaterThan(100)).Where(order => order.Customer.Country, "CH", "LI").Build();

        Assert.That(pattern.Json, Is.EqualTo("""{"source":["shop"],"detail":{"total":[{"numeric":[">",100]}],"client":{"country":["CH","LI"]}}}"""));
        byte[] placed = JsonSerializer.SerializeToUtf8Bytes(
            new { source = "shop", detail = new OrderPlaced(250, new Customer("CH"), [], [], null) }, JsonSerializerOptions.Web);
        Assert.That(pattern.IsMatch(placed), Is.True);
    }

    [Test]
    public void Where_OwnNamingPolicy_IsApplied()
    {
        Assert.That(Pattern.For<OrderPlaced>(JsonNamingPolicy.SnakeCaseUpper).Where(order => order.PaidAt, Match.Exists()).ToJson(), Is.EqualTo("""{"detail":{"PAID_AT":[{"exists":true}]}}"""));
        Assert.That(Pattern.For<OrderPlaced>(namingPolicy: null).Where(order => order.PaidAt, Match.Exists()).ToJson(), Is.EqualTo("""{"detail":{"PaidAt":[{"exists":true}]}}"""));
    }

    [Test]
    public void Where_Contract_GivesTheNamesItWrites()
    {
        string json = Pattern.For(SnakeCase.Default.OrderPlaced).Where(order => order.PaidAt!.Value, Match.Exists()).Where(order => order.Customer.Country, "CH").ToJson();

        Assert.That(json, Is.EqualTo("""{"detail":{"paid_at":[{"exists":true}],"client":{"country":["CH"]}}}"""));
    }

    [Test]
    public void Where_Collections_AreLookedThrough()
    {
        const string Expected = """{"detail":{"lines":{"sku":["a"]}}}""";

        Assert.That(Pattern.For<OrderPlaced>().Where(order => order.Lines[0].Sku, "a").ToJson(), Is.EqualTo(Expected));
        Assert.That(Pattern.For<OrderPlaced>().Where(order => order.Lines.First().Sku, "a").ToJson(), Is.EqualTo(Expected));
        Assert.That(Pattern.For<OrderPlaced>().Where(order => order.Lines.Select(line => line.Sku), "a").ToJson(), Is.EqualTo(Expected));
        Assert.That(Pattern.For<OrderPlaced>().Where(order => order.Tags["color"], "red").ToJson(), Is.EqualTo("""{"detail":{"tags":{"color":["red"]}}}"""));
    }

    [Test]
    public void Where_ConversionsAndElements_AreLookedThrough()
    {
        Assert.That(Pattern.For<OrderPlaced>().Where(order => (object)order.Total, 1).ToJson(), Is.EqualTo("""{"detail":{"total":[1]}}"""));
        Assert.That(Pattern.For<OrderPlaced>().Where(order => checked((int)order.Total), 1).ToJson(), Is.EqualTo("""{"detail":{"total":[1]}}"""));
        Assert.That(Pattern.For<Batch>().Where(batch => batch.Lines[1].Sku, "a").ToJson(), Is.EqualTo("""{"detail":{"lines":{"sku":["a"]}}}"""));
        Assert.That(Pattern.For<Batch>().Where(batch => batch.Lines.ElementAt(2).Sku, "a").ToJson(), Is.EqualTo("""{"detail":{"lines":{"sku":["a"]}}}"""));
        Assert.That(Pattern.For<Batch>().Where(batch => batch.Lines.Single().Sku, "a").ToJson(), Is.EqualTo("""{"detail":{"lines":{"sku":["a"]}}}"""));
        Assert.That(Pattern.For<Batch>().Where(batch => batch.Lines.SelectMany(line => line.Sku), "a").ToJson(), Is.EqualTo("""{"detail":{"lines":{"sku":["a"]}}}"""));
    }

    [Test]
    public void Or_Branches_AreTyped()
    {
        string json = Pattern.For<OrderPlaced>().Or(b => b.Where(order => order.Total, 1), b => b.DetailType("x").Field("id", "7")).ToJson();

        Assert.That(json, Is.EqualTo("""{"$or":[{"detail":{"total":[1]}},{"detail-type":["x"],"id":["7"]}]}"""));
    }

    [Test]
    public void Where_MoreThanAPath_IsRefused()
    {
        Assert.That(() => Pattern.For<OrderPlaced>().Where(order => order.Total + 1, 1), Throws.ArgumentException.With.Message.Contains("not a path of properties"));
        Assert.That(() => Pattern.For<OrderPlaced>().Where(order => order, 1), Throws.ArgumentException);
        Assert.That(() => Pattern.For<OrderPlaced>().Where(order => order.ToString(), "x"), Throws.ArgumentException);
        Assert.That(() => Pattern.For<OrderPlaced>().Where(order => order.Lines.First(line => line.Sku == "x").Sku, "x"), Throws.ArgumentException);
        Assert.That(() => Pattern.For<Batch>().Where(batch => batch.ByNumber[7L].Sku, "x"), Throws.ArgumentException);
        Assert.That(() => Pattern.For<Batch>().Where(batch => Line.Default.Sku, "x"), Throws.ArgumentException);
        Assert.That(() => Pattern.For<OrderPlaced>((System.Text.Json.Serialization.Metadata.JsonTypeInfo<OrderPlaced>)null!), Throws.ArgumentNullException);
        Assert.That(() => Pattern.For<OrderPlaced>().Where((System.Linq.Expressions.Expression<Func<OrderPlaced, decimal>>)null!, 1), Throws.ArgumentNullException);
        Assert.That(() => Pattern.For<OrderPlaced>().Where(order => order.Total, 1).Where(order => order.Total, 2), Throws.ArgumentException);
    }

    public sealed record OrderPlaced(
        decimal Total, [property: JsonPropertyName("client")] Customer Customer, Line[] Lines, Dictionary<string, string> Tags, DateTimeOffset? PaidAt);

    public sealed record Customer(string Country);

    public sealed record Line(string Sku)
    {
        public static Line Default { get; } = new("x");
    }

    public sealed record Batch(List<Line> Lines, Dictionary<long, Line> ByNumber);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(OrderPlaced))]
    private sealed partial class SnakeCase : JsonSerializerContext;
}
