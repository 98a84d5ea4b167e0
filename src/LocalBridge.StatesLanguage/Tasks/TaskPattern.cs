namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Names how a service integration is waited for (AWS: "service integration patterns").</summary>
public enum TaskPattern
{
    /// <summary>The answer to the request ends the task.</summary>
    RequestResponse,

    /// <summary>The job that the request started must end (<c>.sync</c>, <c>.sync:2</c>).</summary>
    Sync,

    /// <summary>Somebody must answer with the task token (<c>.waitForTaskToken</c>).</summary>
    WaitForTaskToken,
}
