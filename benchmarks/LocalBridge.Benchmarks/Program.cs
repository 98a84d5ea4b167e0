using BenchmarkDotNet.Running;
using LocalBridge.Benchmarks.Jsonata;

// Beside the benchmarks, what the scripts in benchmarks/jsonata ask of the library: see benchmarks/README.md.
if (args is ["jsonata-batch"])
{
    return JsonataBatch.Run(Console.In, Console.Out);
}

if (args is ["jsonata-times", string file])
{
    return JsonataTimes.Run(file, Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
