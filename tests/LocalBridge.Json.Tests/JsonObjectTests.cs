namespace LocalBridge.Json.Tests;

public sealed class JsonObjectTests
{
    [Test]
    public void SetItem_KnownName_KeepsItsPlaceAndTheOriginal()
    {
        JsonObject original = JsonValue.Parse("""{"a":1,"b":2}""").AsObject();

        JsonObject changed = original.SetItem("a", "x").SetItem("c", JsonValue.True);

        Assert.That((changed.ToString(), original.ToString()), Is.EqualTo(("""{"a":"x","b":2,"c":true}""", """{"a":1,"b":2}""")));
    }

    [Test]
    public void SetItem_Undefined_Throws() =>
        Assert.That(() => JsonObject.Empty.SetItem("a", default), Throws.ArgumentException);

    [TestCase("a", """{"b":2,"c":3}""")]
    [TestCase("b", """{"a":1,"c":3}""")]
    [TestCase("c", """{"a":1,"b":2}""")]
    [TestCase("d", """{"a":1,"b":2,"c":3}""")]
    public void Remove_AnyName_KeepsTheOthersInOrder(string name, string expected) =>
        Assert.That(JsonValue.Parse("""{"a":1,"b":2,"c":3}""").AsObject().Remove(name).ToString(), Is.EqualTo(expected));

    [TestCase(3)]
    [TestCase(8)]
    [TestCase(9)]
    [TestCase(500)]
    public void TryGetValue_ObjectsOfEverySize_FindsEachMember(int count)
    {
        var builder = new JsonObjectBuilder();
        foreach (int i in Enumerable.Range(0, count))
        {
            builder.SetItem(string.Concat("name", i), i);
        }

        JsonObject members = builder.Build();

        Assert.Multiple(() =>
        {
            Assert.That(members.Select(member => members[member.Key]), Is.EqualTo(Enumerable.Range(0, count).Select(i => (JsonValue)i)));
            Assert.That(members.TryGetValue("other", out JsonValue other), Is.False);
            Assert.That(other.IsUndefined);
            Assert.That(members.ContainsKey("name2"));
        });
    }

    [Test]
    public void Builder_NameSetTwice_KeepsItsPlace()
    {
        var builder = new JsonObjectBuilder(1) { ["a"] = 1, ["b"] = 2 };
        builder["a"] = 3;

        Assert.That((builder["a"], builder.Build().ToString()), Is.EqualTo(((JsonValue)3, """{"a":3,"b":2}""")));
    }

    [Test]
    public void Builder_UsedAfterBuild_Throws()
    {
        var builder = new JsonObjectBuilder();
        builder.Build();

        Assert.That(() => builder.SetItem("a", 1), Throws.InvalidOperationException);
    }
}
