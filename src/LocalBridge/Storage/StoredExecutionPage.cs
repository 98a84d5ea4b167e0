using System.Collections.Immutable;

namespace LocalBridge.Storage;

/// <summary>Represents one page of stored executions.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="Executions">The executions, newest first.</param>
/// <param name="NextToken">What asks for the next page; <see langword="null"/> on the last.</param>
public sealed record StoredExecutionPage(ImmutableArray<StoredExecution> Executions, string? NextToken);
