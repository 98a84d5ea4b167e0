using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Compiles and evaluates a text while the expression is evaluated: it sees the variables around the call.</summary>
internal sealed class EvalNode(NativeFunction function, Node[] arguments, Scope scope, CallSite site) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        Sequence.Reduce(EvaluateSequence(evaluation, context), KeepsArray);

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        int start = evaluation.Top;
        foreach (Node argument in arguments)
        {
            evaluation.Push(FunctionValue.AsArgument(argument.Evaluate(evaluation, context)));
        }

        int depth = evaluation.Depth;
        evaluation.Depth = depth + site.Nesting;
        try
        {
            ArgumentMatcher.Match(evaluation, function.Signature!, start, arguments.Length, context);
            JsonValue text = evaluation[start];
            JsonValue focus = evaluation[start + 1];
            evaluation.Pop(start);
            JsonValue result = text.TryGetString(out string? expression)
                ? evaluation.EvaluateText(expression, focus.IsUndefined ? context : Wrap(focus), scope)
                : default;
            evaluation.Depth = depth;
            return result;
        }
        catch (JsonataException failure) when (failure.Locate(site.Position, site.Token ?? function.Name))
        {
            throw;
        }
    }

    private static JsonValue Wrap(JsonValue focus) => focus.IsArray && !Sequence.IsSequence(focus)
        ? Sequence.Single(focus, SequenceMarks.Sequence | SequenceMarks.Wrapper)
        : focus;
}
