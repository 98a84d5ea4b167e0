using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Functions;
using LocalBridge.Targets.Inputs;
using LocalBridge.Workflows;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Targets.Invoking;

/// <summary>Finds what an ARN of a target stands for in this process. What it does not know is a fault now, not a loss later.</summary>
internal sealed class TargetResolver(
    FunctionRegistry functions,
    HandlerRegistry handlers,
    EventBusRegistry eventBuses,
    DeadLetterQueues deadLetterQueues,
    Func<IStateMachines?> stateMachines,
    Func<string, bool> stateMachineExists,
    IServiceProvider? services,
    ILoggerFactory loggerFactory)
{
    private const string StateMachinePrefix = "stateMachine:";

    private const string FunctionPrefix = "function:";

    /// <exception cref="ResourceNotFoundException">The ARN names something that is not registered.</exception>
    /// <exception cref="ValidationException">The ARN is malformed, or of a service that cannot be a target in process.</exception>
    internal TargetInvoker Resolve(Target target, TargetIdentity identity)
    {
        InputSelector input = InputSelector.For(target, identity.RuleName, identity.RuleArn);
        if (target.DeadLetterConfig is { } deadLetters && !deadLetterQueues.Contains(deadLetters.Arn))
        {
            throw new ResourceNotFoundException(
                deadLetters.Arn, $"The dead-letter queue '{deadLetters.Arn}' of target {target.Id} is not registered. Register it with AddDeadLetterQueue.");
        }

        if (!Arn.TryParse(target.Arn, out Arn arn))
        {
            throw new ValidationException(
                $"Parameter {target.Arn} is not valid. Reason: Provided Arn is not in correct format.");
        }

        string resource = arn.Resource;
        return arn.Service switch
        {
            "lambda" when resource.StartsWith(FunctionPrefix, StringComparison.Ordinal) => Function(target.Arn, input),
            "states" when resource.StartsWith(StateMachinePrefix, StringComparison.Ordinal) => StateMachine(target.Arn, identity, input),
            "events" when resource.StartsWith("event-bus/", StringComparison.Ordinal) => EventBus(target.Arn, identity),
            ResourceNames.HandlerService => handlers.CreateInvoker(target.Arn, input)
                ?? throw new ResourceNotFoundException(target.Arn, $"The handler '{target.Arn}' is not registered."),
            _ => throw new ValidationException(
                $"The target '{target.Arn}' cannot be called in this process: only Lambda functions, state machines, event buses and in-process handlers can. "
                + "Register a function for it with AddFunction and use its ARN."),
        };
    }

    private FunctionInvoker Function(string arn, InputSelector input)
    {
        if (!functions.TryResolve(arn, out RegisteredFunction? function))
        {
            throw new ResourceNotFoundException(
                arn, $"The function '{FunctionName.FromNameOrArn(arn)}' is not registered. Register it with AddFunction.{Known(functions.Names)}");
        }

        return new FunctionInvoker(function, input, services, loggerFactory.CreateLogger($"LocalBridge.Functions.{function.Name}"));
    }

    private StateMachineInvoker StateMachine(string arn, TargetIdentity identity, InputSelector input)
    {
        if (!stateMachineExists(arn))
            throw new ResourceNotFoundException(arn, $"The state machine '{arn}' does not exist. Create it before a rule targets it, or add it with AddStateMachine.");
        return new StateMachineInvoker(
            arn, identity, input, () => stateMachines() ?? throw new ResourceNotFoundException(arn, "This host runs no workflows."));
    }

    private EventBusInvoker EventBus(string arn, TargetIdentity identity)
    {
        string name = ResourceNames.EventBusName(arn);
        return eventBuses.Find(name) is null
            ? throw new ResourceNotFoundException(arn, EventBusMessages.DoesNotExist(name))
            : new EventBusInvoker(identity.EventBusName, name, eventBuses);
    }

    private static string Known(IReadOnlyList<string> names) =>
        names.Count == 0 ? " No function is registered." : $" Registered are: {string.Join(", ", names.Order(StringComparer.Ordinal).Take(20))}.";
}
