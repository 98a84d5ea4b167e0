using System.Diagnostics;
using System.Globalization;

namespace LocalBridge.CrashTests;

/// <summary>Starts the child, kills it at random moments, again and again, lets it end, and compares what was promised with what is stored.</summary>
public static class CrashRun
{
    /// <returns>0 when every promise was kept.</returns>
    public static async Task<int> RunAsync(CrashOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        string directory = Directory.CreateTempSubdirectory("localbridge-crash-").FullName;
        options = options with { Target = options.Target ?? Path.Combine(directory, "crash.db"), Log = Path.Combine(directory, "promises.log") };
        string repeat = string.Create(
            CultureInfo.InvariantCulture,
            $"--store {options.Store} --seed {options.Seed} --executions {options.Executions} --events {options.Events} --kills {options.Kills} --life {options.LongestLife}");
        await output.WriteLineAsync(repeat);
        long began = TimeProvider.System.GetTimestamp();
        var check = new CrashCheck(options);
        try
        {
            int kills = await KillAsync(options, check, output);
            await check.CheckEndAsync();
            TimeSpan elapsed = TimeProvider.System.GetElapsedTime(began);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"All promises were kept: {kills} kills, {check.Executions} executions, {check.Promises.Published.Count} events, {elapsed.TotalSeconds:0.0} s."));
            Directory.Delete(directory, recursive: true);
            return 0;
        }
        catch (BrokenPromiseException exception)
        {
            await output.WriteLineAsync($"{exception.Message}\nData: {directory}\nRepeat with: {repeat}");
            return 1;
        }
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static async Task<int> KillAsync(CrashOptions options, CrashCheck check, TextWriter output)
    {
        var random = new Random(options.Seed);
        int kills = 0;
        while (true)
        {
            bool isLast = kills >= options.Kills;
            bool wasKilled = await RunChildAsync(options, isLast ? null : random.Next(1, options.LongestLife), isBeforeFirst: random.Next(5) == 0);
            await check.CheckPromisesAsync();
            if (wasKilled)
            {
                kills++;
                if (kills % 10 == 0)
                {
                    await output.WriteLineAsync(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{kills} kills: {check.Promises.Completed.Count} executions told to be complete, {check.Promises.Published.Count} events accepted."));
                }
            }
            else if (isLast)
            {
                return kills;
            }
            else
            {
                // Done before it could be killed: more load for the next child.
                options = options with { Executions = options.Executions + 200, Events = options.Events + 1_000 };
                check.Grow(options);
            }
        }
    }

    /// <param name="options">What the child is to do.</param>
    /// <param name="life">After how many milliseconds it is killed.</param>
    /// <param name="isBeforeFirst">Whether they count from the start of the process, so that it may be killed while it opens the store and recovers; otherwise
    /// they count from its first promise.</param>
    private static async Task<bool> RunChildAsync(CrashOptions options, int? life, bool isBeforeFirst)
    {
        long logLength = LengthOf(options.Log!);
        using Process child = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            ArgumentList =
            {
                "exec", typeof(CrashRun).Assembly.Location, "--child", "--store", options.Store, "--target", options.Target!, "--log", options.Log!,
                "--executions", options.Executions.ToString(CultureInfo.InvariantCulture), "--events", options.Events.ToString(CultureInfo.InvariantCulture),
            },
            RedirectStandardError = true,
        })!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        while (life is not null && !isBeforeFirst && !child.HasExited && LengthOf(options.Log!) == logLength)
        {
            await Task.Delay(2);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(life ?? 180_000));
        try
        {
            await child.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            child.Kill(); // SIGKILL: no handler runs, nothing is flushed
            await child.WaitForExitAsync(CancellationToken.None);
            return life is not null ? true : throw new BrokenPromiseException("The last child did not end within three minutes: something never completes.");
        }

        return child.ExitCode == 0 ? false : throw new BrokenPromiseException($"A child ended by itself with {child.ExitCode}:\n{await errors}");
    }
}
