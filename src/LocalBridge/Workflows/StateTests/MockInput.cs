using LocalBridge.Json;

namespace LocalBridge.Workflows.StateTests;

/// <summary>Represents what a tested state gets instead of calling its task or running its branches or iterations.</summary>
/// <remarks>Instances are immutable. Exactly one of <see cref="Result"/> and <see cref="ErrorOutput"/> is to be given.</remarks>
public sealed record MockInput
{
    /// <summary>Gets the result; undefined when an error is given.</summary>
    public JsonValue Result { get; init; }

    /// <summary>Gets the error; <see langword="null"/> when a result is given.</summary>
    public MockErrorOutput? ErrorOutput { get; init; }

    /// <summary>Gets how the result is compared with what the service answers.</summary>
    /// <value>The default is <see cref="MockResponseValidationMode.Strict"/>.</value>
    public MockResponseValidationMode FieldValidationMode { get; init; }
}
