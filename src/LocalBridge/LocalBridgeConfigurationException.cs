using LocalBridge.Errors;

namespace LocalBridge;

/// <summary>The exception that is thrown when a bridge cannot be built: it tells everything that is wrong with the configuration at once.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed class LocalBridgeConfigurationException : LocalBridgeException
{
    internal LocalBridgeConfigurationException(IReadOnlyList<string> faults, Exception? innerException)
        : base($"The bridge is not configured correctly:{string.Concat(faults.Select(static fault => $"{Environment.NewLine}- {fault}"))}", innerException) =>
        Faults = faults;

    /// <summary>Gets what is wrong, one sentence each.</summary>
    public IReadOnlyList<string> Faults { get; }
}
