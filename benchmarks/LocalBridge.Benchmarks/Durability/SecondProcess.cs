using System.Diagnostics;
using System.Globalization;

namespace LocalBridge.Benchmarks.Durability;

/// <summary>Another process of this program that works on the same database. It says when it is warm, begins when it is told to, and says what it cost.</summary>
internal sealed class SecondProcess : IDisposable
{
    internal const string Mode = "durability-postgresql-second";

    private const string Ready = "ready";

    private readonly Process _process;

    private SecondProcess(Process process)
    {
        _process = process;
    }

    internal static SecondProcess Start(PostgreSqlLoad load) => new(Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            "exec", typeof(SecondProcess).Assembly.Location, Mode, load.ConnectionString, load.Schema,
            load.Concurrency.ToString(CultureInfo.InvariantCulture), load.Executions.ToString(CultureInfo.InvariantCulture),
        },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!);

    internal async Task WaitUntilReadyAsync()
    {
        if (await _process.StandardOutput.ReadLineAsync() != Ready)
        {
            throw new InvalidOperationException("The second process ended before it was ready.");
        }
    }

    /// <summary>Lets it begin, and waits for its end.</summary>
    internal async Task<LoadCost> RunAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        return LoadCost.Parse(await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The second process ended too early."));
    }

    public void Dispose()
    {
        if (!_process.WaitForExit(TimeSpan.FromSeconds(30)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>Is the second process.</summary>
    internal static async Task RunAsync(PostgreSqlLoad load)
    {
        LoadCost cost = await load.RunAsync(static () =>
        {
            Console.WriteLine(Ready);
            return Console.In.ReadLineAsync();
        });
        Console.WriteLine(cost.ToLine());
    }
}
