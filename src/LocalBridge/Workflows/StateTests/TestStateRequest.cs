using LocalBridge.Json;

namespace LocalBridge.Workflows.StateTests;

/// <summary>Represents which state is tested, and with what (<c>TestState</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record TestStateRequest
{
    /// <summary>Gets the definition: of one state, or, with <see cref="StateName"/>, of a state machine.</summary>
    public required string Definition { get; init; }

    /// <summary>Gets the name of the state in the definition of a state machine, in branches and item processors too;
    /// <see langword="null"/> when the definition is that of the state itself.</summary>
    public string? StateName { get; init; }

    /// <summary>Gets the input; undefined stands for <c>{}</c>.</summary>
    public JsonValue Input { get; init; }

    /// <summary>Gets the ARN of the role. As in AWS, a Task state that is not mocked needs one; it is never assumed.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Gets how much is shown.</summary>
    /// <value>The default is <see cref="InspectionLevel.Info"/>.</value>
    public InspectionLevel InspectionLevel { get; init; }

    /// <summary>Gets whether secrets in requests are shown. There are none here; it is not allowed together with <see cref="Mock"/>.</summary>
    public bool RevealSecrets { get; init; }

    /// <summary>Gets the variables that the state sees; <see langword="null"/> for none.</summary>
    public JsonObject? Variables { get; init; }

    /// <summary>Gets the context object that the state sees, whole; undefined for one that is made up.</summary>
    public JsonValue Context { get; init; }

    /// <summary>Gets what the state gets instead of calling its task or running its branches or iterations; <see langword="null"/> to call the
    /// task. A Map or Parallel state needs one.</summary>
    public MockInput? Mock { get; init; }

    /// <summary>Gets how far the state has come; <see langword="null"/> for the beginning.</summary>
    public TestStateConfiguration? StateConfiguration { get; init; }
}
