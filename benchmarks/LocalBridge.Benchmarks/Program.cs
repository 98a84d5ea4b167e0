using System.Globalization;
using BenchmarkDotNet.Running;
using LocalBridge.Benchmarks.Durability;
using LocalBridge.Benchmarks.EventPatterns;
using LocalBridge.Benchmarks.Jsonata;
using LocalBridge.Benchmarks.Workflows;

// Beside the benchmarks: tables where BenchmarkDotNet does not fit, and what the scripts in benchmarks/jsonata ask of the library (benchmarks/README.md).
switch (args)
{
    case ["event-patterns", ..]:
        EventPatternTables.Print(args[1..]);
        return 0;
    case ["workflows"]:
        await WorkflowTable.RunAsync();
        return 0;
    case ["durability"]:
        await DurabilityTables.RunAsync();
        return 0;
    case ["durability-postgresql", ..]:
        await PostgreSqlTables.RunAsync(args.ElementAtOrDefault(1) ?? Environment.GetEnvironmentVariable("LOCALBRIDGE_TEST_POSTGRES"));
        return 0;
    case [SecondProcess.Mode, string connectionString, string schema, string concurrency, string executions]:
        await SecondProcess.RunAsync(new PostgreSqlLoad(connectionString, schema, int.Parse(concurrency, CultureInfo.InvariantCulture), int.Parse(executions, CultureInfo.InvariantCulture)));
        return 0;
    case ["jsonata-batch"]:
        return JsonataBatch.Run(Console.In, Console.Out);
    case ["jsonata-times", string file]:
        return JsonataTimes.Run(file, Console.Out);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
