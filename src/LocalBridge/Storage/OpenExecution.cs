using System.Collections.Immutable;

namespace LocalBridge.Storage;

/// <summary>Represents an execution that has not ended, with what it needs to go on.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="Execution">The row.</param>
/// <param name="State">The last <see cref="ExecutionCheckpoint.State"/>.</param>
/// <param name="Parts">The parts, by rising kind and number.</param>
public sealed record OpenExecution(StoredExecution Execution, StoragePayload State, ImmutableArray<ExecutionPart> Parts);
