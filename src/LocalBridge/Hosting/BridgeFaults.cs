using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.Functions;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.Workflows.Definitions;
using LocalBridge.Workflows.Tasks;
using Microsoft.Extensions.Options;

namespace LocalBridge.Hosting;

/// <summary>Collects what is wrong with a configuration.</summary>
internal sealed class BridgeFaults
{
    private readonly List<string> _faults = [];

    private Exception? _first;

    internal void Add(string fault) => _faults.Add(fault);

    /// <summary>Does a part of the work and notes its fault, so that the other parts are looked at too.</summary>
    internal void Try(string subject, Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is LocalBridgeException or ArgumentException)
        {
            _first ??= exception;
            Add($"{subject}: {exception.Message}");
        }
    }

    internal void ThrowIfAny()
    {
        if (_faults.Count > 0)
            throw new LocalBridgeConfigurationException(_faults, _first);
    }

    internal void CheckSettings(BridgeDefinition definition)
    {
        ValidateOptionsResult options = new EventBusOptionsValidator().Validate(nameof(EventBusOptions), definition.EventBusOptions);
        foreach (string fault in options.Failures ?? [])
            Add(fault);
        foreach (string fault in EventBusOptionsValidator.CrossFieldFaults(definition.EventBusOptions))
            Add(fault);
        if (definition.Account.Length != 12 || !definition.Account.All(char.IsAsciiDigit))
            Add($"The account '{definition.Account}' is invalid: it must be twelve digits.");
        if (definition.Region.Length == 0 || !definition.Region.All(static character => char.IsAsciiLetterOrDigit(character) || character == '-'))
            Add($"The Region '{definition.Region}' is invalid: only letters, digits and '-' are allowed.");
        CheckDuplicates("function", definition.Functions.Select(static function => function.Name));
        CheckDuplicates("task handler", definition.TaskHandlers.Select(static handler => handler.Key));
        CheckDuplicates("bucket", definition.Buckets.Select(static bucket => bucket.Key));
        CheckDuplicates("state machine", definition.StateMachines.Select(static stateMachine => stateMachine.Name));
        CheckDuplicates("dead-letter queue", definition.DeadLetterQueues.Select(static queue => queue.Key));
        CheckDuplicates("rule", definition.Rules.Select(static rule => $"{rule.EventBusName}/{rule.Name}"));
    }

    internal void CheckServices(BridgeDefinition definition)
    {
        foreach (RegisteredFunction function in definition.Functions)
        {
            foreach (FunctionService service in function.Services)
            {
                if (definition.Services is null)
                {
                    Add($"Function '{function.Name}': parameter '{service.ParameterName}' is to come from services, and there are none. "
                        + "Call UseServices, register with AddLocalBridge, or take one parameter only.");
                }
                else if (!service.IsKnownTo(definition.Services))
                {
                    Add($"Function '{function.Name}': parameter '{service.ParameterName}' is to come from services, and {service.ServiceType} is not registered.");
                }
            }
        }
    }

    internal void CheckStateMachines(BridgeDefinition definition, ITaskInvoker tasks)
    {
        foreach (Workflows.CreateStateMachineRequest stateMachine in definition.StateMachines)
        {
            Try($"State machine '{stateMachine.Name}'", () =>
            {
                StateMachineDefinition parsed = DefinitionFaults.Parse(stateMachine.Definition, stateMachine.Type);
                if (!definition.WorkflowOptions.AllowUnknownResources)
                {
                    ResourceCheck.Check(parsed, tasks);
                }
            });
        }
    }

    private void CheckDuplicates(string kind, IEnumerable<string> names)
    {
        foreach (IGrouping<string, string> group in names.GroupBy(static name => name, StringComparer.Ordinal).Where(static group => group.Count() > 1))
            Add($"The {kind} '{group.Key}' is added {group.Count()} times; a name stands for one thing.");
    }
}
