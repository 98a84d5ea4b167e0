using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Storage;

/// <summary>Represents which page of which executions is wanted.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="StateMachineArn">The state machine.</param>
/// <param name="Status">The status wanted; <see langword="null"/> for all.</param>
/// <param name="Count">How many executions are wanted at most.</param>
/// <param name="NextToken">The token of the page before, made by the same store; <see langword="null"/> for the first page.</param>
public sealed record ExecutionQuery(string StateMachineArn, ExecutionStatus? Status, int Count, string? NextToken);
