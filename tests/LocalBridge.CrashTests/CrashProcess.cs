using System.Diagnostics;
using System.Globalization;

namespace LocalBridge.CrashTests;

/// <summary>A child that runs.</summary>
internal sealed class CrashProcess : IDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly string _log;

    internal CrashProcess(CrashOptions options)
    {
        Instance = options.Instance;
        _log = PromiseLog.PathOf(options.Logs!, options.Instance);
        string host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(host, ["exec", typeof(CrashProcess).Assembly.Location, "--child", "--store", options.Store, "--target", options.Target!, "--logs", options.Logs!])
        {
            RedirectStandardError = true,
        };
        foreach ((string name, int value) in (ReadOnlySpan<(string, int)>)
            [
                ("--executions", options.Executions), ("--events", options.Events),
                ("--processes", options.Processes), ("--place", options.Place), ("--instance", options.Instance),
            ])
        {
            start.ArgumentList.Add(name);
            start.ArgumentList.Add(value.ToString(CultureInfo.InvariantCulture));
        }

        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    internal int Instance { get; }

    /// <summary>Kills it after a while.</summary>
    /// <param name="life">The while, in milliseconds.</param>
    /// <param name="isBeforeFirst">Whether it begins now, so that a new child may be killed while it opens the store and recovers; otherwise it begins with its first promise.</param>
    /// <returns>Whether it was killed: it may have ended before.</returns>
    internal async Task<bool> KillAsync(int life, bool isBeforeFirst)
    {
        while (!isBeforeFirst && !_process.HasExited && new FileInfo(_log) is not { Exists: true, Length: > 0 })
        {
            await Task.Delay(2);
        }

        if (await HasEndedAsync(TimeSpan.FromMilliseconds(life)))
        {
            return false;
        }

        _process.Kill(); // SIGKILL: no handler runs, nothing is flushed
        await _process.WaitForExitAsync();
        return true;
    }

    /// <summary>Waits for its end.</summary>
    internal async Task EndAsync()
    {
        if (!await HasEndedAsync(LongestEnd))
        {
            throw new BrokenPromiseException("A child that nobody kills did not end within three minutes: something never completes.");
        }
    }

    /// <summary>Kills it if it runs still.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task<bool> HasEndedAsync(TimeSpan limit)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(limit, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            return false;
        }

        return _process.ExitCode == 0 ? true : throw new BrokenPromiseException($"A child ended by itself with {_process.ExitCode}:\n{await _errors}");
    }
}
