using System.Collections.Immutable;

namespace LocalBridge.Workflows;

/// <summary>Represents one page of the list of state machines (<c>ListStateMachines</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="StateMachines">The state machines, oldest first.</param>
/// <param name="NextToken">What asks for the next page; <see langword="null"/> on the last.</param>
public sealed record StateMachinePage(ImmutableArray<StateMachineDescription> StateMachines, string? NextToken);
