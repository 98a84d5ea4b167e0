using System.Collections.Immutable;
using LocalBridge.StatesLanguage.History;

namespace LocalBridge.Workflows;

/// <summary>Represents one page of the history of an execution (<c>GetExecutionHistory</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="Events">The events in the order asked for.</param>
/// <param name="NextToken">What asks for the next page; <see langword="null"/> on the last.</param>
public sealed record HistoryPage(ImmutableArray<HistoryEvent> Events, string? NextToken);
