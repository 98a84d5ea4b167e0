using BenchmarkDotNet.Running;
using LocalBridge.Benchmarks.Durability;
using LocalBridge.Benchmarks.EventPatterns;
using LocalBridge.Benchmarks.Jsonata;

// Beside the benchmarks: tables where BenchmarkDotNet does not fit, and what the scripts in benchmarks/jsonata ask of the library (benchmarks/README.md).
switch (args)
{
    case ["event-patterns", ..]:
        EventPatternTables.Print(args[1..]);
        return 0;
    case ["durability"]:
        await DurabilityTables.RunAsync();
        return 0;
    case ["jsonata-batch"]:
        return JsonataBatch.Run(Console.In, Console.Out);
    case ["jsonata-times", string file]:
        return JsonataTimes.Run(file, Console.Out);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
