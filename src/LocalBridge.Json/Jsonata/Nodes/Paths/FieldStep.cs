using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Takes a field.</summary>
internal sealed class FieldStep(string name) : Step
{
    // Where the name was last found. A torn or outdated hint costs a search and nothing else.
    private int _hint;

    internal string Name => name;

    // Fields of single objects in a row are followed here, without a call for each.
    internal override void Walk(Evaluation evaluation, JsonValue item, ref PathSink sink)
    {
        FieldStep step = this;
        while (true)
        {
            JsonValue value = step.Find(evaluation, item);
            if (value.IsUndefined)
            {
                return;
            }

            if (step.Next is FieldStep next && value.Reference is JsonObject)
            {
                step = next;
                item = value;
                continue;
            }

            step.Forward(evaluation, value, ref sink);
            return;
        }
    }

    internal JsonValue Find(Evaluation evaluation, JsonValue item) => item.Reference is JsonObject members
        ? Sequence.Reduce(members.Find(name, ref _hint))
        : Sequence.Reduce(FieldLookup.Find(evaluation, item, name, ref _hint));
}
