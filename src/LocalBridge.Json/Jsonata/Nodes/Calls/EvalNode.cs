using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Compiles and evaluates a text while the expression is evaluated: it sees the variables around the call.</summary>
internal sealed class EvalNode(Node[] arguments, Scope scope, CallSite site) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        Sequence.Reduce(EvaluateSequence(evaluation, context), KeepsArray);

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        JsonValue text = arguments.Length > 0 ? arguments[0].Evaluate(evaluation, context) : default;
        JsonValue focus = arguments.Length > 1 ? arguments[1].Evaluate(evaluation, context) : default;
        int depth = evaluation.Depth;
        evaluation.Depth = depth + site.Nesting;
        try
        {
            if (arguments.Length > 2 || (!text.IsString && !text.IsUndefined))
            {
                throw new JsonataException("T0410", -1, null, text) { Index = arguments.Length > 2 ? 3 : 1 };
            }

            JsonValue result = text.TryGetString(out string? expression)
                ? evaluation.EvaluateText(expression, focus.IsUndefined ? context : Wrap(focus), scope)
                : default;
            evaluation.Depth = depth;
            return result;
        }
        catch (JsonataException failure) when (failure.Locate(site.Position, site.Token))
        {
            throw;
        }
    }

    private static JsonValue Wrap(JsonValue focus) => focus.IsArray && !Sequence.IsSequence(focus)
        ? Sequence.Single(focus, SequenceMarks.Sequence | SequenceMarks.Wrapper)
        : focus;
}
