using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Benchmarks.Workflows;

/// <summary>Prints what the interpreter alone costs, with and without history.</summary>
internal static class InterpreterTable
{
    internal static async Task RunAsync()
    {
        Console.WriteLine("| interpreter alone | ns/transition | bytes/transition |");
        Console.WriteLine("|---|---:|---:|");
        await Measure("pass5, no history", recordsHistory: false);
        await Measure("pass5, history in memory", recordsHistory: true);
    }

    private static async Task Measure(string name, bool recordsHistory)
    {
        var definition = StateMachineDefinition.Parse(WorkflowDefinitions.Pass5);
        var output = new StepOutput();
        var start = new ExecutionStart
        {
            ExecutionArn = "arn:aws:states:us-east-1:000000000000:execution:pass5:run",
            ExecutionName = "run",
            StateMachineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:pass5",
            StateMachineName = "pass5",
            RoleArn = "arn:aws:iam::000000000000:role/any",
            Input = JsonValue.Parse("""{"x":0}"""),
            StartTime = DateTimeOffset.UnixEpoch,
            Seed = 1,
            RecordsHistory = recordsHistory,
        };

        // A hundred executions are one run, because one alone is shorter than it takes to look at the clock.
        Measurement figures = await Measurement.TakeAsync(
            () =>
            {
                for (int i = 0; i < 100; i++)
                {
                    output.Clear();
                    Interpreter.Step(new ExecutionState(definition, start), Stimulus.Started(DateTimeOffset.UnixEpoch), output);
                }

                return Task.FromResult(((CompleteExecutionCommand)output.Commands[^1]).Output);
            },
            static result => result["x"] == 0,
            500);
        Console.WriteLine(FormattableString.Invariant($"| {name} | {1e9 / figures.Rate:N0} | {figures.Bytes:N0} |"));
    }
}
