using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.Storage;
using static LocalBridge.PostgreSql.Tests.Support.Batches;

namespace LocalBridge.PostgreSql.Tests;

[CancelAfter(60_000)]
internal sealed class MessageTests
{
    private const string Arn = "arn:aws:states:us-east-1:000000000000:execution:m:a";

    [Test]
    public async Task SendToOwnerOf_AnotherOwner_ComesInOrderAndOnce(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage owner = await OpenAsync(database);
        await using PostgreSqlStorage other = await OpenAsync(database);
        await owner.CommitAsync(cancellationToken, Checkpoint("a", 0));

        for (byte i = 1; i <= 100; i++)
        {
            Assert.That(await other.SendToOwnerOfAsync(Arn, Body(i), cancellationToken), Is.EqualTo(StorageMessageOutcome.Sent));
        }

        Assert.That((await ReceiveAsync(owner, 100, cancellationToken)).Select(static message => message.Body.ToBytes().Span[0]), Is.EqualTo(Enumerable.Range(1, 100)));
        Assert.That(await database.RunAsync("SELECT count(*) FROM message"), Is.EqualTo(0));
    }

    [Test]
    public async Task Receive_WhatIsSentMeanwhileAndAfterwards_Comes(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage owner = await OpenAsync(database);
        await using PostgreSqlStorage other = await OpenAsync(database);
        await owner.CommitAsync(cancellationToken, Checkpoint("a", 0));

        Task<List<StorageMessage>> receiving = ReceiveAsync(owner, 200, cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (int i = 0; i < 50; i++)
            {
                await other.SendToOwnerOfAsync(Arn, Body(1), cancellationToken);
            }
        }));

        Assert.That(await receiving, Has.Count.EqualTo(200));
    }

    [Test]
    public async Task Send_ToTheSender_ComesBack(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage owner = await OpenAsync(database);
        await using PostgreSqlStorage other = await OpenAsync(database);
        await owner.CommitAsync(cancellationToken, Checkpoint("a", 0));
        await other.SendToOwnerOfAsync(Arn, Body(1), cancellationToken);
        StorageMessage message = (await ReceiveAsync(owner, 1, cancellationToken))[0];

        await owner.SendAsync(message.Sender, StoragePayload.FromBytes(new byte[300_000]), cancellationToken);

        Assert.That((await ReceiveAsync(other, 1, cancellationToken))[0].Body.ToBytes().Length, Is.EqualTo(300_000));
    }

    [Test]
    public async Task SendToOwnerOf_NobodyElse_IsNotSent(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage owner = await OpenAsync(database);
        await owner.CommitAsync(cancellationToken, Checkpoint("a", 0));

        Assert.That(await owner.SendToOwnerOfAsync(Arn, Body(1), cancellationToken), Is.EqualTo(StorageMessageOutcome.NobodyElse), "its own");
        Assert.That(await owner.SendToOwnerOfAsync(Arn + "b", Body(1), cancellationToken), Is.EqualTo(StorageMessageOutcome.NobodyElse), "no such execution");
    }

    [Test]
    public async Task SendToOwnerOf_DeadOwner_IsNotSent_AndWhatItHadIsRemoved(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage owner = await OpenAsync(database);
        await using PostgreSqlStorage other = await OpenAsync(database);
        await owner.CommitAsync(cancellationToken, Checkpoint("a", 0));
        await other.SendToOwnerOfAsync(Arn, Body(1), cancellationToken);

        await database.RunAsync("UPDATE owner SET lease_until = '-infinity' WHERE epoch = (SELECT min(epoch) FROM owner)");

        Assert.That(await other.SendToOwnerOfAsync(Arn, Body(2), cancellationToken), Is.EqualTo(StorageMessageOutcome.OwnerIsDead));
        Assert.That(await other.ClaimExecutionsAsync(), Is.EqualTo(["a"]));
        Assert.That(await database.RunAsync("SELECT count(*) FROM message"), Is.EqualTo(0));
        Assert.That(await other.SendToOwnerOfAsync(Arn, Body(3), cancellationToken), Is.EqualTo(StorageMessageOutcome.NobodyElse), "taken over");
    }

    [Test]
    public async Task Receive_ConnectionIsCut_Fails_AndTheNextCallGetsWhatCame(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage owner = await OpenAsync(database);
        await using PostgreSqlStorage other = await OpenAsync(database);
        await owner.CommitAsync(cancellationToken, Checkpoint("a", 0));
        Task<List<StorageMessage>> receiving = ReceiveAsync(owner, 1, cancellationToken);
        while (await database.RunAsync($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query = 'LISTEN \"{database.Schema}\"' OR query LIKE 'WITH taken AS%'") is not 1L)
        {
            await Task.Yield(); // it does not listen yet
        }

        await Assert.ThatAsync(async () => await receiving, Throws.TypeOf<StorageUnavailableException>());
        await other.SendToOwnerOfAsync(Arn, Body(1), cancellationToken);

        Assert.That(await ReceiveAsync(owner, 1, cancellationToken), Has.Count.EqualTo(1));
    }

    private static StoragePayload Body(byte content) => StoragePayload.FromBytes(new[] { content });

    private static async Task<List<StorageMessage>> ReceiveAsync(PostgreSqlStorage storage, int count, CancellationToken cancellationToken)
    {
        var messages = new List<StorageMessage>();
        await foreach (StorageMessage message in storage.ReceiveAsync(cancellationToken))
        {
            messages.Add(message);
            if (messages.Count == count)
            {
                break;
            }
        }

        return messages;
    }

    private static async Task<PostgreSqlStorage> OpenAsync(TestDatabase database)
    {
        PostgreSqlStorage storage = database.CreateStorage();
        await storage.OpenAsync(CancellationToken.None);
        return storage;
    }
}
