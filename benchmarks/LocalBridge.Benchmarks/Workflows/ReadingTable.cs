using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.Benchmarks.Workflows;

/// <summary>Prints how long it takes to read and validate a definition of five states.</summary>
internal static class ReadingTable
{
    internal static void Run()
    {
        const int Count = 2_000;
        for (int i = 0; i < Count; i++)
        {
            StateMachineDefinition.Parse(WorkflowDefinitions.Pass5);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = TimeProvider.System.GetTimestamp();
        for (int i = 0; i < Count; i++)
        {
            StateMachineDefinition.Parse(WorkflowDefinitions.Pass5);
        }

        double microseconds = TimeProvider.System.GetElapsedTime(start).TotalMicroseconds / Count;
        long bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Count;
        Console.WriteLine("| read and validate five states | µs | bytes |");
        Console.WriteLine("|---|---:|---:|");
        Console.WriteLine(FormattableString.Invariant($"| pass5 | {microseconds:N1} | {bytes:N0} |"));
    }
}
