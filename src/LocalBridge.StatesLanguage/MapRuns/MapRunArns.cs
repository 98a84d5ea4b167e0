namespace LocalBridge.StatesLanguage.MapRuns;

/// <summary>Makes the ARNs around Map Runs: <c>mapRun:NAME/LABEL:ID</c>, and <c>stateMachine:NAME/LABEL</c> for what the children run.</summary>
internal static class MapRunArns
{
    private const string StateMachineType = ":stateMachine:";
    private const string MapRunType = ":mapRun:";

    /// <param name="stateMachineArn">The state machine, or the child's one when a child has a Map Run of its own.</param>
    /// <param name="label">The label of the Map state.</param>
    /// <param name="id">The id of the Map Run.</param>
    internal static string MapRun(string stateMachineArn, string label, Guid id) =>
        $"{Root(stateMachineArn).Replace(StateMachineType, MapRunType, StringComparison.Ordinal)}/{label}:{id}";

    internal static string StateMachine(string stateMachineArn, string label) => $"{Root(stateMachineArn)}/{label}";

    /// <summary>Labels are unique in a whole definition, so that a label behind the machine's name says enough at any depth.</summary>
    private static string Root(string stateMachineArn)
    {
        int slash = stateMachineArn.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? stateMachineArn : stateMachineArn[..slash];
    }
}
