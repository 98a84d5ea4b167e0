namespace LocalBridge.StatesLanguage.Inspecting;

/// <summary>Names how the test of a state can end (<c>TestExecutionStatus</c> of the AWS API).</summary>
public enum TestExecutionStatus
{
    /// <summary>The state succeeded.</summary>
    Succeeded,

    /// <summary>The state failed with an error that nothing handles.</summary>
    Failed,

    /// <summary>The state failed with an error after which it would be tried again.</summary>
    Retriable,

    /// <summary>The state failed with an error that it catches.</summary>
    CaughtError,
}
