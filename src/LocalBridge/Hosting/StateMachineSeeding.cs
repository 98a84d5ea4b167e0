using LocalBridge.Storage;
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
            while (!await TryApplyAsync(engine, request).ConfigureAwait(false))
            {
                // Another process on the same storage was faster: what it has stored is looked at.
                await engine.StateMachines.LoadAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private static async Task<bool> TryApplyAsync(WorkflowEngine engine, CreateStateMachineRequest request)
    {
        try
        {
            await engine.CreateStateMachineAsync(request).ConfigureAwait(false);
            return true;
        }
        catch (StateMachineAlreadyExistsException)
        {
            // Its definition is an older one.
        }
        catch (StorageConflictException)
        {
            return false;
        }

        try
        {
            var update = new UpdateStateMachineRequest { StateMachine = request.Name, Definition = request.Definition, RoleArn = request.RoleArn };
            await engine.UpdateStateMachineAsync(update).ConfigureAwait(false);
            return true;
        }
        catch (StorageConflictException)
        {
            return false;
        }
    }
}
