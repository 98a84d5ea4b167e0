namespace LocalBridge.Workflows.Activities;

/// <summary>Represents an activity (<c>DescribeActivity</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="ActivityArn">The ARN.</param>
/// <param name="Name">The name.</param>
/// <param name="CreationDate">When it was created.</param>
public sealed record ActivityDescription(string ActivityArn, string Name, DateTimeOffset CreationDate);
