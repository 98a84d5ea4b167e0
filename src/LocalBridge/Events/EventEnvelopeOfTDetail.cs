using System.Text.Json.Serialization;

namespace LocalBridge.Events;

/// <summary>Represents an event with a typed detail, under the JSON names that a Lambda function sees (<c>CloudWatchEvent&lt;T&gt;</c> of the AWS libraries).</summary>
/// <typeparam name="TDetail">The type of the detail.</typeparam>
/// <remarks>Immutable as far as <typeparamref name="TDetail"/> is, so then safe to use from any thread.</remarks>
public sealed record EventEnvelope<TDetail>
{
    /// <summary>Gets the version of the envelope, always <c>0</c>.</summary>
    [JsonPropertyName("version")]
    public string Version { get; init; } = "0";

    /// <summary>Gets the id of the event, a version 4 UUID.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Gets what kind of event it is.</summary>
    [JsonPropertyName("detail-type")]
    public required string DetailType { get; init; }

    /// <summary>Gets who the event comes from.</summary>
    [JsonPropertyName("source")]
    public required string Source { get; init; }

    /// <summary>Gets the account in which it happened.</summary>
    [JsonPropertyName("account")]
    public required string Account { get; init; }

    /// <summary>Gets when it happened, in UTC.</summary>
    [JsonPropertyName("time")]
    public required DateTimeOffset Time { get; init; }

    /// <summary>Gets the Region in which it happened.</summary>
    [JsonPropertyName("region")]
    public required string Region { get; init; }

    /// <summary>Gets the resources that the event is about.</summary>
    /// <value>The default value is empty.</value>
    [JsonPropertyName("resources")]
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Gets what happened.</summary>
    [JsonPropertyName("detail")]
    public required TDetail Detail { get; init; }
}
