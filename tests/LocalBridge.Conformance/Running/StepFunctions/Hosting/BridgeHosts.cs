using LocalBridge.Buckets;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Running.StepFunctions.Playback;
using LocalBridge.Conformance.Running.StepFunctions.Scenarios;
using LocalBridge.Conformance.Time;
using LocalBridge.StatesLanguage.Tasks;

namespace LocalBridge.Conformance.Running.StepFunctions.Hosting;

/// <summary>Sets up the fixed environment of the step-functions corpus in a host.</summary>
internal static class BridgeHosts
{
    private const string Region = "us-east-1";
    private const int AccountOfArn = 4;

    /// <summary>Creates a host in which the tasks of a scenario are answered by its case.</summary>
    public static LocalBridgeHost Create(
        ExecutionScenario scenario, VirtualTimeProvider time, Script script, FunctionDirectory functions, PlaybackHandlers handlers) =>
        LocalBridgeHost.Create(bridge =>
        {
            bridge.UseTimeProvider(time).UseRegion(Region).UseAccount(scenario.RoleArn.Split(':')[AccountOfArn]);
            bridge.ConfigureWorkflows(static options => options.AllowUnknownResources = true);
            HashSet<string> registered = new(StringComparer.Ordinal);
            foreach (string text in TaskResources.Find(JsonTexts.Parse(scenario.Definition)))
            {
                var resource = TaskResource.Parse(text);
                if (resource.Kind == TaskResourceKind.Function && registered.Add(resource.Name))
                {
                    bridge.AddFunction(resource.Name, (input, context, cancellationToken) => handlers.InvokeAsync(text, input, context, cancellationToken));
                }
                else if (resource.Kind == TaskResourceKind.Service && (script.HasResource(text) || !functions.IsInvokedBy(text)))
                {
                    bridge.AddTaskHandler(text, handlers.HandleAsync);
                }
            }

            foreach ((string name, InMemoryBucket bucket) in S3Buckets.Read(scenario.Resources, time))
            {
                bridge.AddBucket(name, bucket);
            }

            foreach (string name in functions.Names.Where(registered.Add))
            {
                bridge.AddFunction(name, (input, _, cancellationToken) => handlers.CallAsync(name, input, cancellationToken));
            }
        });
}
