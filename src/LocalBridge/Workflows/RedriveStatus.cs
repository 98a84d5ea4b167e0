namespace LocalBridge.Workflows;

/// <summary>Names whether an execution can be redriven (<c>DescribeExecution</c> of the AWS API).</summary>
public enum RedriveStatus
{
    /// <summary>It cannot.</summary>
    NotRedrivable,

    /// <summary>It can.</summary>
    Redrivable,
}
