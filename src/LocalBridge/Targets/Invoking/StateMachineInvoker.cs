using System.Buffers.Binary;
using System.Text;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Targets.Inputs;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Targets.Invoking;

/// <summary>Starts an execution with the input of the target. The event counts as delivered when the execution is accepted.</summary>
internal sealed class StateMachineInvoker(string stateMachineArn, TargetIdentity target, InputSelector input, Func<IStateMachines> stateMachines)
    : TargetInvoker
{
    private readonly string _suffix = "_" + Suffix(target);

    internal override ValueTask InvokeAsync(in Delivery delivery, CancellationToken cancellationToken) => StartAsync(delivery, cancellationToken);

    private async ValueTask StartAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        // The name follows from event, rule and target: an attempt that is repeated after a failure or a crash does not start a second execution.
        var options = new StartExecutionOptions { Name = delivery.Event.Id + _suffix };
        try
        {
            await stateMachines()
                .StartAsync(stateMachineArn, input.Select(delivery.Event).ToJsonValue(), options, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ExecutionAlreadyExistsException)
        {
            // An earlier attempt did start it, and it has ended since.
        }
    }

    /// <summary>A short name of this target of this rule, the same in every run.</summary>
    private static string Suffix(TargetIdentity target)
    {
        Span<byte> hash = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{target.RuleArn} {target.TargetId}"), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
