namespace LocalBridge.Errors;

/// <summary>Represents the fault that a rule, event bus, function or other resource does not exist.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed class ResourceNotFoundException : LocalBridgeException
{
    /// <summary>Initializes the fault.</summary>
    /// <param name="resource">The name or ARN of the resource.</param>
    /// <param name="message">What is wrong, in the service's words.</param>
    public ResourceNotFoundException(string resource, string message)
        : base(message) => Resource = resource;

    /// <summary>Gets the name or ARN of the resource.</summary>
    public string Resource { get; }
}
