namespace LocalBridge.Conformance.Corpora;

/// <summary>Represents a case that could not be read; it counts as failed, never as absent.</summary>
/// <param name="Id">File and line.</param>
/// <param name="Problem">What is wrong with it.</param>
internal sealed record UnreadableCase(string Id, string Problem) : ConformanceCase(Id);
