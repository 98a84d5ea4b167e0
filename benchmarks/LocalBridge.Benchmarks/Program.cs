using BenchmarkDotNet.Running;
using LocalBridge.Benchmarks.EventPatterns;
using LocalBridge.Benchmarks.Jsonata;

switch (args)
{
    // A table of its own where BenchmarkDotNet does not fit: many sets by few numbers, and a check of every count.
    case ["event-patterns", ..]:
        EventPatternTables.Print(args[1..]);
        return 0;

    // What the scripts in benchmarks/jsonata ask of the library.
    case ["jsonata-batch"]:
        return JsonataBatch.Run(Console.In, Console.Out);
    case ["jsonata-times", string file]:
        return JsonataTimes.Run(file, Console.Out);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
