using BenchmarkDotNet.Running;
using LocalBridge.Benchmarks.Durability;

if (args is ["durability"])
{
    await DurabilityTables.RunAsync();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
