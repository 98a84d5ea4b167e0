using System.Collections.Frozen;

namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Knows the actions of the optimized service integrations (AWS: "Integrating optimized services with Step Functions"). Other actions of
/// these services are reached by <c>aws-sdk:SERVICE:ACTION</c> only.</summary>
internal static class ServiceIntegrations
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Actions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["apigateway"] = "invoke",
        ["athena"] = "startQueryExecution stopQueryExecution getQueryExecution getQueryResults",
        ["batch"] = "submitJob",
        ["bedrock"] = "invokeModel createModelCustomizationJob",
        ["codebuild"] = "startBuild stopBuild batchDeleteBuilds batchGetReports startBuildBatch stopBuildBatch retryBuildBatch deleteBuildBatch",
        ["databrew"] = "startJobRun",
        ["dynamodb"] = "getItem putItem deleteItem updateItem",
        ["ecs"] = "runTask",
        ["events"] = "putEvents",
        ["glue"] = "startJobRun",
        ["http"] = "invoke",
        ["lambda"] = "invoke",
        ["mediaconvert"] = "createJob",
        ["sns"] = "publish",
        ["sqs"] = "sendMessage",
        ["states"] = "startExecution",
    }.ToFrozenDictionary(static x => x.Key, static x => x.Value.Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <returns><see langword="false"/> when the service is known and has no such action; what is not known may be there.</returns>
    internal static bool MayExist(TaskResource resource) =>
        !Actions.TryGetValue(resource.ResourceType, out FrozenSet<string>? actions) || actions.Contains(resource.Name);
}
