namespace LocalBridge.Workflows.StateTests;

/// <summary>Names how much the test of a state shows (<c>InspectionLevel</c> of the AWS API).</summary>
public enum InspectionLevel
{
    /// <summary>How it ended, its output and the next state.</summary>
    Info,

    /// <summary>Also what the data looked like on its way through the state.</summary>
    Debug,

    /// <summary>As <see cref="Debug"/>. In AWS it also shows the HTTP request of an <c>http:invoke</c> task.</summary>
    Trace,
}
