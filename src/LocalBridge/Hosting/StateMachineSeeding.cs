using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Hosting;

/// <summary>Brings the state machines that were added in code into the engine, whose storage may hold older ones.</summary>
internal static class StateMachineSeeding
{
    internal static async Task ApplyAsync(WorkflowEngine engine, IReadOnlyList<CreateStateMachineRequest> requests)
    {
        foreach (CreateStateMachineRequest request in requests)
        {
            try
            {
                await engine.CreateStateMachineAsync(request).ConfigureAwait(false);
            }
            catch (StateMachineAlreadyExistsException)
            {
                var update = new UpdateStateMachineRequest { StateMachine = request.Name, Definition = request.Definition, RoleArn = request.RoleArn };
                await engine.UpdateStateMachineAsync(update).ConfigureAwait(false);
            }
        }
    }
}
