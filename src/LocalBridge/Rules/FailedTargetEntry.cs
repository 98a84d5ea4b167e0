namespace LocalBridge.Rules;

/// <summary>Represents why one entry of <c>PutTargets</c> or <c>RemoveTargets</c> failed.</summary>
/// <param name="TargetId">The id of the target.</param>
/// <param name="ErrorCode">The error, for example <c>ResourceNotFoundException</c>.</param>
/// <param name="ErrorMessage">The text of the error.</param>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record FailedTargetEntry(string TargetId, string ErrorCode, string ErrorMessage);
