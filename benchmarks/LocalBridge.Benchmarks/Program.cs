using BenchmarkDotNet.Running;
using LocalBridge.Benchmarks.Workflows;

if (args is ["workflows"])
{
    await WorkflowTable.RunAsync();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
