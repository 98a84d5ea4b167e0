using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Stands in a long path and checks that the call stack has room: each step calls the one behind it.</summary>
internal sealed class GuardStep : Step
{
    internal override void Walk(Evaluation evaluation, JsonValue item, ref PathSink sink)
    {
        GuardNode.Check();
        ForwardElement(evaluation, item, ref sink);
    }
}
