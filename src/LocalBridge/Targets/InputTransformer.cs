using System.Collections.Immutable;

namespace LocalBridge.Targets;

/// <summary>Represents how the input of a target is made from an event: values picked by path, put into a template.</summary>
/// <remarks>Immutable, so safe to use from any thread. See "Input transformation" in the EventBridge user guide.</remarks>
public sealed record InputTransformer
{
    /// <summary>Gets the values by name; each is a path such as <c>$.detail.orderId</c>. At most 100 names of letters, digits, <c>-</c> and <c>_</c>.</summary>
    /// <value>The default value is empty.</value>
    public ImmutableDictionary<string, string> InputPathsMap { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Gets the template, 1 to 8192 characters: JSON, or lines of quoted text, in which <c>&lt;name&gt;</c> stands for a value of the map or for one of
    /// <c>aws.events.rule-arn</c>, <c>aws.events.rule-name</c>, <c>aws.events.event.ingestion-time</c>, <c>aws.events.event</c>,
    /// <c>aws.events.event.json</c>.
    /// </summary>
    public required string InputTemplate { get; init; }
}
