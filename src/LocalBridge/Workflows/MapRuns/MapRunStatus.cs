namespace LocalBridge.Workflows.MapRuns;

/// <summary>Names where a Map Run stands (<c>MapRunStatus</c> of the AWS API).</summary>
public enum MapRunStatus
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It ended well.</summary>
    Succeeded,

    /// <summary>Its items could not be read, too many of them failed, or its results could not be written.</summary>
    Failed,

    /// <summary>The execution that it belongs to was ended.</summary>
    Aborted,
}
