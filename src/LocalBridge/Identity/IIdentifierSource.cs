namespace LocalBridge.Identity;

/// <summary>Gives out everything that must be unique or unpredictable, so that a test can make a run repeat exactly.</summary>
/// <remarks>Implementations are safe for use from any thread.</remarks>
internal interface IIdentifierSource
{
    /// <summary>Returns a new version 4 UUID.</summary>
    Guid NewGuid();

    /// <summary>Returns a new seed for a pseudo-random generator.</summary>
    ulong NewSeed();
}
