using System.Text;
using LocalBridge.Events;

namespace LocalBridge.Tests.Events;

public sealed class UniqueKeysTests
{
    [TestCase("""{}""", true)]
    [TestCase("""{"a":1,"b":{"a":1,"b":[{"a":1},{"a":1}]},"c":[{"a":1}]}""", true)]
    [TestCase("""{"a":{"x":1},"b":{"x":1}}""", true)]
    [TestCase("""{"a":1,"a":2}""", false)]
    [TestCase("""{"a":1,"b":{"x":1,"y":{"z":1},"x":2}}""", false)]
    [TestCase("""{"b":[{"a":1},{"a":1,"a":2}]}""", false)]
    [TestCase("""{"a":{"b":1},"c":2,"a":3}""", false)]
    [TestCase("""{"a.b":1}""", false)]
    [TestCase("""{"\u0061":1}""", false)]
    public void IsJsonObject_Keys_AreJudgedUnique(string json, bool areUnique)
    {
        Assert.That(EventDetailReader.IsJsonObject(Encoding.UTF8.GetBytes(json), out bool hasUniqueKeys), Is.True);
        Assert.That(hasUniqueKeys, Is.EqualTo(areUnique));
    }

    [Test]
    public void IsJsonObject_MoreKeysThanAreWatched_AreNotCertain()
    {
        string json = $"{{{string.Join(',', Enumerable.Range(0, UniqueKeys.Room + 1).Select(index => $"\"k{index}\":1"))}}}";

        EventDetailReader.IsJsonObject(Encoding.UTF8.GetBytes(json), out bool hasUniqueKeys);

        Assert.That(hasUniqueKeys, Is.False);
    }
}
