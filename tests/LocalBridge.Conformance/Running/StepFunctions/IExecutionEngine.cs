using LocalBridge.Conformance.Comparing.Executions;
using LocalBridge.Conformance.Running.StepFunctions.Scenarios;

namespace LocalBridge.Conformance.Running.StepFunctions;

/// <summary>Runs state machines for the cases of the step-functions corpus.</summary>
internal interface IExecutionEngine
{
    /// <summary>Runs one execution until it ends or until nothing can make it go on.</summary>
    /// <exception cref="DefinitionRefusedException">The definition is refused.</exception>
    Task<ExecutionAnswer> RunAsync(ExecutionScenario scenario, CancellationToken cancellationToken);
}
