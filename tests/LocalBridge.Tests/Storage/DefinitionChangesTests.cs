using System.Threading.Channels;
using LocalBridge.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalBridge.Tests.Storage;

[CancelAfter(30_000)]
internal sealed class DefinitionChangesTests
{
    [Test]
    public async Task Changes_WhileItReloads_AreOneMoreReload(CancellationToken cancellationToken)
    {
        (DefinitionChanges changes, ChannelReader<TaskCompletionSource> reloads) = Create();
        for (int i = 0; i < 100; i++)
        {
            changes.OnChangedElsewhere();
        }

        (await reloads.ReadAsync(cancellationToken)).SetResult();
        (await reloads.ReadAsync(cancellationToken)).SetResult();
        changes.OnChangedElsewhere();
        await reloads.ReadAsync(cancellationToken);

        Assert.That(reloads.Count, Is.Zero);
    }

    [Test]
    public async Task Reload_Fails_NextChangeReloadsAgain(CancellationToken cancellationToken)
    {
        (DefinitionChanges changes, ChannelReader<TaskCompletionSource> reloads) = Create();
        changes.OnChangedElsewhere();
        (await reloads.ReadAsync(cancellationToken)).SetException(new StorageUnavailableException("away"));

        changes.OnChangedElsewhere();

        (await reloads.ReadAsync(cancellationToken)).SetResult();
    }

    [Test]
    public void Commit_IsToldToOthers_IfThereAreAny()
    {
        var changes = new DefinitionChanges(NullLogger.Instance);
        int told = 0;

        changes.OnCommitted();
        changes.TellOthers = () => told++;
        changes.OnCommitted();

        Assert.That(told, Is.EqualTo(1));
    }

    /// <returns>Changes whose reloads last until the test ends each.</returns>
    private static (DefinitionChanges Changes, ChannelReader<TaskCompletionSource> Reloads) Create()
    {
        Channel<TaskCompletionSource> reloads = Channel.CreateUnbounded<TaskCompletionSource>();
        var changes = new DefinitionChanges(NullLogger.Instance)
        {
            Reload = () =>
            {
                var reload = new TaskCompletionSource();
                reloads.Writer.TryWrite(reload);
                return reload.Task;
            },
        };
        return (changes, reloads.Reader);
    }
}
