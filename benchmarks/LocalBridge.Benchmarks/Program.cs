using BenchmarkDotNet.Running;
using LocalBridge.Benchmarks.EventPatterns;

// A table of its own where BenchmarkDotNet does not fit: many sets by few numbers, and a check of every count.
if (args is ["event-patterns", ..])
    EventPatternTables.Print(args[1..]);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
