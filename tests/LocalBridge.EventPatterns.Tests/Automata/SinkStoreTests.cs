using LocalBridge.EventPatterns.Automata;
using LocalBridge.EventPatterns.Automata.Tables;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Tests.Automata;

public sealed class SinkStoreTests
{
    private readonly WildcardShape _shape = WildcardShape.Parse("*a*b*", out _)!;

    [Test]
    public void AddGuard_AfterARemoval_TakesItsPlace()
    {
        SinkStore store = new();
        int first = store.AddGuard(_shape, Sink.Condition(1));
        store.AddGuard(_shape, Sink.Condition(2));

        store.RemoveGuard(first);

        Assert.That(store.AddGuard(_shape, Sink.Condition(3)), Is.EqualTo(first));
        Assert.That(store.GuardOf(first).Sink, Is.EqualTo(Sink.Condition(3)));
    }

    [Test]
    public void Combine_AfterAListDissolved_TakesItsPlace()
    {
        SinkStore store = new();
        int list = store.Combine(Sink.Condition(1), Sink.Condition(2));

        Assert.That(store.Without(list, Sink.Condition(1)), Is.EqualTo(Sink.Condition(2)));
        Assert.That(store.Combine(Sink.Condition(3), Sink.Condition(4)), Is.EqualTo(list));
        Assert.That(store.List(list).ToArray(), Is.EqualTo(new[] { Sink.Condition(3), Sink.Condition(4) }));
    }

    [Test]
    public void Combine_InAClone_LeavesTheOriginalAlone()
    {
        SinkStore store = new();
        int list = store.Combine(store.Combine(Sink.None, Sink.Condition(1)), Sink.Condition(2));
        SinkStore clone = store.Clone();

        Assert.That(clone.Combine(list, Sink.Condition(3)), Is.EqualTo(list));
        Assert.That((store.CountOf(list), clone.CountOf(list), clone.CountOf(Sink.None), clone.CountOf(Sink.Condition(9))), Is.EqualTo((2, 3, 0, 1)));
        Assert.That(clone.Without(list, Sink.Condition(1)), Is.EqualTo(list));
        Assert.That(clone.List(list).ToArray(), Is.EquivalentTo(new[] { Sink.Condition(2), Sink.Condition(3) }));
        Assert.That(store.List(list).ToArray(), Is.EqualTo(new[] { Sink.Condition(1), Sink.Condition(2) }));
    }

    [Test]
    public void FindGuard_AmongOthers_LooksAtTestAndSink()
    {
        SinkStore store = new();
        int guard = store.AddGuard(_shape, Sink.Condition(1));
        int list = store.Combine(store.Combine(Sink.Condition(1), guard), store.AddGuard(_shape, Sink.Condition(2)));

        Assert.That(store.FindGuard(list, _shape, Sink.Condition(1)), Is.EqualTo(guard));
        Assert.That(store.FindGuard(guard, _shape, Sink.Condition(1)), Is.EqualTo(guard));
        Assert.That(store.FindGuard(list, _shape, Sink.Condition(3)), Is.EqualTo(Sink.None));
        Assert.That(store.FindGuard(list, WildcardShape.Parse("*a*c*", out _)!, Sink.Condition(1)), Is.EqualTo(Sink.None));
        Assert.That(store.FindGuard(Sink.None, _shape, Sink.Condition(1)), Is.EqualTo(Sink.None));
    }

    [Test]
    public void Signatures_ListWithAGuard_HasOneForEachMember()
    {
        SinkStore store = new();
        int plain = store.Combine(Sink.Condition(1), Sink.Condition(2));
        int mixed = store.Combine(Sink.Condition(1), store.AddGuard(WildcardShape.Parse("*ab*", out _)!, Sink.Condition(2)));

        Assert.That(store.Signatures(plain).Length, Is.Zero);
        Assert.That(store.Signatures(mixed).Length, Is.EqualTo(GuardBlock.Size));
        Assert.That((store.Signatures(mixed)[0], store.Signatures(mixed)[1]), Is.EqualTo((0UL, TextSignature.Of("ab"u8))));
    }

    [Test]
    public void Remove_Gram_GivesItsNumberToTheNext()
    {
        GramTable table = new();
        table.Set("a"u8, 1);
        table.Set("bc"u8, 2);
        table.Remove("a"u8);
        table.Set("de"u8, 3);
        table.Set("bc"u8, 4);

        Assert.That((table.GramCount, table.Count), Is.EqualTo((2, 2)));
        Assert.That((table.Find("a"u8), table.Find("bc"u8), table.Find("de"u8)), Is.EqualTo((Sink.None, 4, 3)));
    }
}
