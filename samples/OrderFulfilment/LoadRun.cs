using System.Diagnostics;
using System.Globalization;
using LocalBridge;
using LocalBridge.EventBuses;
using LocalBridge.EventPatterns;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows;

namespace OrderFulfilment;

/// <summary>
/// The sample's <c>--load</c> mode: publishes a million events to a hundred rules and starts ten thousand executions of five states at once,
/// and checks that nothing is lost. Exits with 1 if something is.
/// </summary>
internal static class LoadRun
{
    private const int Rules = 100;

    private const string FiveStates =
        """
        {
          "StartAt": "A",
          "States": {
            "A": { "Type": "Task", "Resource": "add-one", "Next": "B" },
            "B": { "Type": "Task", "Resource": "add-one", "Next": "C" },
            "C": { "Type": "Task", "Resource": "add-one", "Next": "D" },
            "D": { "Type": "Task", "Resource": "add-one", "Next": "E" },
            "E": { "Type": "Task", "Resource": "add-one", "End": true }
          }
        }
        """;

    internal static async Task<int> RunAsync(string[] args)
    {
        int events = Read(args, "--events", 1_000_000);
        int executions = Read(args, "--executions", 10_000);
        long[] delivered = new long[Rules];
        await using LocalBridgeHost host = LocalBridgeHost.Create(bridge =>
        {
            for (int i = 0; i < Rules; i++)
            {
                int rule = i;
                bridge.AddRule($"rule-{rule}", builder => builder
                    .Matching(e => e.Source("load").Detail("bucket", Match.Equal(rule)))
                    .To(target => target.Handler((_, _) =>
                    {
                        Interlocked.Increment(ref delivered[rule]);
                        return ValueTask.CompletedTask;
                    })));
            }

            bridge
                .AddFunction("add-one", static (input, _, _) => ValueTask.FromResult<JsonValue>(input.GetDouble() + 1))
                .AddStateMachine("five-states", FiveStates);
        });
        await host.StartAsync();

        bool isComplete = await PublishAsync(host, events, delivered) & await ExecuteAsync(host, executions);
        Console.WriteLine($"Peak resident memory: {Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024)} MB");
        return isComplete ? 0 : 1;
    }

    private static async Task<bool> PublishAsync(LocalBridgeHost host, int events, long[] delivered)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < events; i++)
        {
            await host.EventBus.PublishAsync("load", "Ping", new Ping(i % Rules, i));
        }

        await host.WaitUntilIdleAsync();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        long sum = delivered.Sum();
        Console.WriteLine(
            $"{events:N0} events published to {Rules} rules, {sum:N0} delivered in {elapsed.TotalSeconds:F1} s ({events / elapsed.TotalSeconds:N0}/s)");
        return sum == events && delivered.All(count => count == delivered[0] || events % Rules != 0);
    }

    private static async Task<bool> ExecuteAsync(LocalBridgeHost host, int executions)
    {
        long start = Stopwatch.GetTimestamp();
        var started = new Task<Execution>[executions];
        for (int i = 0; i < executions; i++)
        {
            started[i] = host.StateMachines.StartAsync("five-states", 0);
        }

        int right = 0;
        foreach (Task<Execution> task in started)
        {
            ExecutionResult result = await (await task).WaitAsync();
            right += result.Status == ExecutionStatus.Succeeded && result.Output.Equals(5) ? 1 : 0;
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(
            $"{executions:N0} executions of five states, {right:N0} with the right result in {elapsed.TotalSeconds:F1} s ({executions / elapsed.TotalSeconds:N0}/s)");
        return right == executions;
    }

    private static int Read(string[] args, string name, int otherwise)
    {
        int position = Array.IndexOf(args, name);
        return position >= 0 && position + 1 < args.Length ? int.Parse(args[position + 1], CultureInfo.InvariantCulture) : otherwise;
    }

    private sealed record Ping(int Bucket, int Number);
}
