namespace LocalBridge.Errors;

/// <summary>Represents the fault that a resource of that name exists already.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed class ResourceAlreadyExistsException : LocalBridgeException
{
    /// <summary>Initializes the fault.</summary>
    /// <param name="resource">The name or ARN of the resource.</param>
    /// <param name="message">What is wrong, in the service's words.</param>
    public ResourceAlreadyExistsException(string resource, string message)
        : base(message) => Resource = resource;

    /// <summary>Gets the name or ARN of the resource.</summary>
    public string Resource { get; }
}
