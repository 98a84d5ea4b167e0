namespace LocalBridge.StatesLanguage.Drawing.Overlays;

/// <summary>What became of one state in an execution.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Visits">How often it was entered.</param>
/// <param name="Retries">How often an attempt was tried again.</param>
internal sealed record StatePath(StateStatus Status, int Visits, int Retries)
{
    internal static StatePath NotReached { get; } = new(StateStatus.NotReached, 0, 0);
}
