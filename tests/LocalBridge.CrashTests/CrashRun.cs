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
        options = options with { Target = options.Target ?? Path.Combine(directory, "crash.db"), Logs = directory };
        string repeat = string.Create(
            CultureInfo.InvariantCulture,
            $"--store {options.Store} --processes {options.Processes} --seed {options.Seed} --executions {options.Executions} --events {options.Events} --kills {options.Kills} --life {options.LongestLife}");
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

    private static async Task<int> KillAsync(CrashOptions options, CrashCheck check, TextWriter output)
    {
        var random = new Random(options.Seed);
        int kills = 0;
        int instances = 0;
        CrashProcess Start(CrashOptions of, int place) => new(of with { Place = place, Instance = ++instances });
        CrashProcess[] children = [.. Enumerable.Range(0, options.Processes).Select(place => Start(options, place))];
        try
        {
            while (kills < options.Kills)
            {
                int place = random.Next(children.Length);
                bool wasKilled = await children[place].KillAsync(random.Next(1, options.LongestLife), isBeforeFirst: random.Next(5) == 0);
                if (wasKilled)
                {
                    check.OnKilled(children[place].Instance);
                }

                await check.CheckPromisesAsync();
                if (!wasKilled)
                {
                    // Done before it could be killed: more load for the next child.
                    options = options with { Executions = options.Executions + 200, Events = options.Events + 1_000 };
                    check.Grow(options);
                }
                else if (++kills % 10 == 0)
                {
                    await output.WriteLineAsync(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{kills} kills: {check.Promises.Completed.Count} executions told to be complete, {check.Promises.Published.Count} events accepted."));
                }

                children[place].Dispose();
                children[place] = Start(options, place);
            }

            foreach (CrashProcess child in children)
            {
                await child.EndAsync();
            }

            await FinishAsync(options, check, Start);
            return kills;
        }
        finally
        {
            foreach (CrashProcess child in children)
            {
                child.Dispose();
            }
        }
    }

    /// <summary>Lets one child do what is left: what another one was to do when the load had grown, and deliveries of dead ones that nobody looked for any more.</summary>
    private static async Task FinishAsync(CrashOptions options, CrashCheck check, Func<CrashOptions, int, CrashProcess> start)
    {
        do
        {
            using CrashProcess last = start(options with { Processes = 1 }, 0);
            await last.EndAsync();
            await check.CheckPromisesAsync();
            if (!check.Promises.Done.Contains(last.Instance))
            {
                throw new BrokenPromiseException("The last child ended without having done everything.");
            }
        }
        while (await check.IsAnythingPendingAsync());
    }
}
