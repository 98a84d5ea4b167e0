using LocalBridge.StatesLanguage.History;
using LocalBridge.Workflows;

namespace OrderFulfilment;

/// <summary>Prints what happened in the executions of a state machine.</summary>
internal static class HistoryTable
{
    internal static async Task PrintAsync(IStateMachines stateMachines, string stateMachine)
    {
        ExecutionPage page = await stateMachines.ListExecutionsAsync(stateMachine);
        Console.WriteLine();
        Console.WriteLine($"{page.Executions.Length} executions, newest first:");
        foreach (ExecutionDescription execution in page.Executions)
        {
            Console.WriteLine($"    {execution.Status}");
        }

        // The yacht: reserved, refused by the bank, put back, cancelled.
        string yacht = page.Executions[1].ExecutionArn;
        HistoryPage history = await stateMachines.GetHistoryAsync(yacht);
        Console.WriteLine();
        Console.WriteLine("The history of the yacht's execution:");
        Console.WriteLine("  id  after  event");
        foreach (HistoryEvent entry in history.Events)
        {
            Console.WriteLine($"{entry.Id,4} {entry.PreviousEventId,6}  {entry.Type}{Describe(entry.Details)}");
        }
    }

    private static string Describe(HistoryEventDetails? details) => details switch
    {
        StateEnteredEventDetails entered => $" '{entered.Name}'",
        StateExitedEventDetails exited => $" '{exited.Name}'",
        LambdaFunctionScheduledEventDetails scheduled => $" {scheduled.Resource}",
        TaskScheduledEventDetails scheduled => $" {scheduled.ResourceType}:{scheduled.Resource}",
        FailureEventDetails failure => $" {failure.Error}",
        _ => string.Empty,
    };
}
