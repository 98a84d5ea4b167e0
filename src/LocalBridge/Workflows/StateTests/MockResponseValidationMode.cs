namespace LocalBridge.Workflows.StateTests;

/// <summary>Names how the mocked result of a service integration is compared with what the service answers (<c>MockResponseValidationMode</c> of
/// the AWS API).</summary>
public enum MockResponseValidationMode
{
    /// <summary>Fields that the service always gives must be there, and every field it knows must have its type and bounds.</summary>
    Strict,

    /// <summary>The fields that are there must have their type and bounds.</summary>
    Present,

    /// <summary>Nothing is compared.</summary>
    None,
}
