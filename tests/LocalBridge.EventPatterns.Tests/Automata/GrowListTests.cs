using LocalBridge.EventPatterns.Automata.Tables;

namespace LocalBridge.EventPatterns.Tests.Automata;

public sealed class GrowListTests
{
    [Test]
    public void Add_Many_KeepsAllInOrder()
    {
        GrowList<int> list = new();
        for (int i = 0; i < 100; i++)
        {
            list.Add(i);
        }

        Assert.That(list.Span.ToArray(), Is.EqualTo(Enumerable.Range(0, 100)));
        Assert.That(list.Items, Has.Length.EqualTo(128), "the room doubles, so that adding many takes linear time");
    }

    [TestCase(100, 300, 100)]
    [TestCase(100, 111, 100)]
    [TestCase(100, 110, 110)]
    [TestCase(0, 4, 4)]
    [TestCase(0, 5, 0)]
    public void Trim_Room_IsGivenBackIfItIsMuch(int count, int room, int left)
    {
        GrowList<int> list = new() { Items = [.. Enumerable.Range(0, room)], Count = count };

        list.Trim();

        Assert.That(list.Items, Has.Length.EqualTo(left));
        Assert.That(list.Span.ToArray(), Is.EqualTo(Enumerable.Range(0, count)));
    }

    [TestCase(0, 2)]
    [TestCase(64, 68)]
    public void Clone_List_HasRoomForAFewMore(int count, int room)
    {
        GrowList<int> list = new() { Items = [.. Enumerable.Range(0, count)], Count = count };

        GrowList<int> clone = list.Clone();
        clone.Add(7);

        Assert.That(clone.Items, Has.Length.EqualTo(room));
        Assert.That(clone.Span.ToArray(), Is.EqualTo(Enumerable.Range(0, count).Append(7)));
        Assert.That(list.Count, Is.EqualTo(count));
    }
}
