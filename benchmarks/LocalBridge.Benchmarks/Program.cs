using BenchmarkDotNet.Running;
using LocalBridge.Benchmarks.Durability;
using LocalBridge.Benchmarks.EventPatterns;

// Tables of their own where BenchmarkDotNet does not fit: many sets by few numbers with a check of every count, and what waits for the disk.
if (args is ["event-patterns", ..])
    EventPatternTables.Print(args[1..]);
else if (args is ["durability"])
    await DurabilityTables.RunAsync();
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
