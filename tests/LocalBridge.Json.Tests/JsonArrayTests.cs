namespace LocalBridge.Json.Tests;

public sealed class JsonArrayTests
{
    [Test]
    public void Add_AndSetItem_LeaveTheOriginal()
    {
        JsonArray original = JsonArray.Create(1, 2);

        JsonArray changed = original.Add("x").SetItem(0, JsonValue.Null);

        Assert.That((changed.ToString(), original.ToString()), Is.EqualTo(("""[null,2,"x"]""", "[1,2]")));
    }

    [Test]
    public void Indexer_OutOfRange_Throws()
    {
        JsonArray array = JsonArray.Create(1);

        Assert.Multiple(() =>
        {
            Assert.That(() => array[1], Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => array[-1], Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => array.SetItem(1, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    [Test]
    public void Create_Undefined_Throws() => Assert.That(() => JsonArray.Create(1, default), Throws.ArgumentException);

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(5)]
    [TestCase(1000)]
    public void Builder_AnyNumberOfElements_BuildsThem(int count)
    {
        var builder = new JsonArrayBuilder();
        foreach (int i in Enumerable.Range(0, count))
        {
            builder.Add(i);
        }

        JsonArray array = builder.Build();

        Assert.Multiple(() =>
        {
            Assert.That(array, Is.EqualTo(Enumerable.Range(0, count).Select(i => (JsonValue)i)));
            Assert.That(array.Count, Is.EqualTo(count));
            Assert.That(array.AsSpan().Length, Is.EqualTo(count));
        });
    }

    [Test]
    public void Builder_UsedAfterBuild_Throws()
    {
        var builder = new JsonArrayBuilder(3);
        builder.AddRange(1, 2);
        builder.Build();

        Assert.That(() => builder.Add(1), Throws.InvalidOperationException);
    }

    [Test]
    public void Enumerate_Array_DoesNotAllocate()
    {
        JsonArray array = JsonArray.Create(1, 2, 3);
        double sum = Sum(array);
        long before = GC.GetAllocatedBytesForCurrentThread();

        sum += Sum(array);

        Assert.That((GC.GetAllocatedBytesForCurrentThread() - before, sum), Is.EqualTo((0L, 12.0)));
    }

    private static double Sum(JsonArray array)
    {
        double sum = 0;
        foreach (JsonValue value in array)
        {
            sum += value.GetDouble();
        }

        return sum;
    }
}
