namespace LocalBridge.Workflows.Persisting;

/// <summary>Names one revision of a state machine. The date tells apart what was deleted and created again under the same name.</summary>
/// <param name="Number">The number of the revision, counted from 1.</param>
/// <param name="Date">When the revision was made.</param>
internal readonly record struct StateMachineRevisionKey(long Number, DateTimeOffset Date);
