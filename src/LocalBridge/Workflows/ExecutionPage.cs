using System.Collections.Immutable;

namespace LocalBridge.Workflows;

/// <summary>Represents one page of the list of executions (<c>ListExecutions</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="Executions">The executions, newest first.</param>
/// <param name="NextToken">What asks for the next page; <see langword="null"/> on the last.</param>
public sealed record ExecutionPage(ImmutableArray<ExecutionDescription> Executions, string? NextToken);
