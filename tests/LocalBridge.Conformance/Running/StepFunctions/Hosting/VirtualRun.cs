using LocalBridge.Conformance.Running.StepFunctions.Playback;
using LocalBridge.Conformance.Time;

namespace LocalBridge.Conformance.Running.StepFunctions.Hosting;

/// <summary>Drives a host on virtual time: lets it work until it is at rest, then answers a token or moves the clock to the next timer.</summary>
internal sealed class VirtualRun(VirtualTimeProvider time, HandlerActivity activity, Func<CancellationToken, Task> waitUntilIdle)
{
    // Nothing in the corpus waits longer; a timer beyond this is taken for one that never comes.
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(3650);

    // How long all handlers must wait with nothing happening before the engine counts as being at rest. It counts a running handler as work,
    // so it cannot say so itself while a function sleeps or never answers.
    private static readonly TimeSpan QuietStep = TimeSpan.FromMilliseconds(10);
    private const int QuietSteps = 4;

    private static readonly TimeSpan DisposalLimit = TimeSpan.FromSeconds(3);

    private readonly DateTimeOffset _latest = time.GetUtcNow() + Horizon;

    /// <summary>Drives until something has ended, or until nothing can make the host go on.</summary>
    /// <param name="hasEnded">Tells whether it has ended; asked when the host is at rest.</param>
    /// <param name="answer">Sends one answer from outside; returns whether there was one.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task DriveAsync(Func<bool> hasEnded, Func<CancellationToken, Task<bool>> answer, CancellationToken cancellationToken)
    {
        do
        {
            await RestAsync(cancellationToken);
        }
        while (!hasEnded() && (await answer(cancellationToken) || time.AdvanceToNextTimer(_latest)));
    }

    /// <summary>Moves the clock on while something is being disposed of, which may wait for timers too. What does not end in time is left behind: the
    /// case has its answer by then.</summary>
    public async Task DisposeAsync(IAsyncDisposable disposable)
    {
        using var limit = new CancellationTokenSource(DisposalLimit);
        Task disposal = disposable.DisposeAsync().AsTask();
        while (!disposal.IsCompleted && !limit.IsCancellationRequested)
        {
            await Task.WhenAny(disposal, Task.Delay(QuietStep, CancellationToken.None));
            time.AdvanceToNextTimer(_latest);
        }

        if (disposal.IsCompleted)
        {
            await disposal;
        }
    }

    private async Task RestAsync(CancellationToken cancellationToken)
    {
        Task idle = waitUntilIdle(cancellationToken);
        long version = activity.Version;
        for (int quiet = 0; !idle.IsCompleted && quiet < QuietSteps;)
        {
            await Task.WhenAny(idle, Task.Delay(QuietStep, cancellationToken));
            quiet = activity.IsParked && activity.Version == version ? quiet + 1 : 0;
            version = activity.Version;
        }

        if (idle.IsCompleted)
        {
            await idle;
        }
    }
}
