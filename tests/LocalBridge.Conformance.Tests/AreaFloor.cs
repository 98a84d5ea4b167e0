namespace LocalBridge.Conformance.Tests;

/// <summary>Represents how far an area has come.</summary>
/// <param name="Passed">How many cases pass at least.</param>
/// <param name="Total">How many cases there are in the copy that was counted.</param>
internal sealed record AreaFloor(int Passed, int Total);
