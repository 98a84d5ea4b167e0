using LocalBridge.Conformance.Running.EventPatterns;
using LocalBridge.Conformance.Running.EventsApi;
using LocalBridge.Conformance.Running.Jsonata;
using LocalBridge.Conformance.Running.JsonPaths;
using LocalBridge.Conformance.Running.StepFunctions;
using LocalBridge.Conformance.Running.StepFunctions.Hosting;

namespace LocalBridge.Conformance.Running;

/// <summary>Knows the runners of all kinds of cases.</summary>
internal static class CaseRunners
{
    // Far longer than any case takes on a busy machine, and short enough that a few hanging cases do not spoil the run.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(120);

    /// <summary>Creates the runner of everything.</summary>
    public static ConformanceRunner CreateRunner()
    {
        var engine = new HostEngine();
        return new ConformanceRunner(
            [
                new EventPatternRunner(),
                new TargetInputRunner(),
                new JsonPathRunner(),
                new JsonataRunner(),
                new TestStateRunner(),
                new StateMachineRunner(engine),
                new DefinitionRunner(),
                new ValidationRunner(),
                new PeerRunner(engine),
            ],
            Guard);
    }
}
