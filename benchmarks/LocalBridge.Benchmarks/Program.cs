using BenchmarkDotNet.Running;
using LocalBridge.Benchmarks.EventPatterns;
using LocalBridge.Benchmarks.Workflows;

// Tables of their own where BenchmarkDotNet does not fit: many rows by few numbers, and a check of every result.
switch (args)
{
    case ["event-patterns", ..]:
        EventPatternTables.Print(args[1..]);
        break;
    case ["workflows"]:
        await WorkflowTable.RunAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
