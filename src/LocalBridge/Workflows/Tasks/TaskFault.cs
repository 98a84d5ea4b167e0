using LocalBridge.Functions;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Turns the exception of a handler into the failure of its task.</summary>
internal static class TaskFault
{
    internal static TaskOutcome From(Exception exception)
    {
        FunctionFailure failure = FunctionFailure.From(exception);
        return TaskOutcome.Failed(failure.Error, failure.Cause);
    }
}
