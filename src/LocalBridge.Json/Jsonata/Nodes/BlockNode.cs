using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes;

/// <summary>Evaluates expressions in turn and results in the last one's value.</summary>
/// <param name="expressions">The expressions.</param>
/// <param name="firstLocal">The first of the places on the stack that hold the block's variables; they come into being unbound.</param>
/// <param name="locals">How many there are.</param>
/// <param name="frameSize">How many variables stand in a frame on the heap; zero where the block needs none.</param>
internal sealed class BlockNode(Node[] expressions, int firstLocal, int locals, int frameSize) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        Sequence.Reduce(EvaluateSequence(evaluation, context), KeepsArray);

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        Frame? around = evaluation.Frame;
        if (frameSize > 0)
        {
            evaluation.Frame = new Frame(around, frameSize);
        }

        for (int i = 0; i < locals; i++)
        {
            evaluation.Local(firstLocal + i) = Unbound.Value;
        }

        JsonValue result = default;
        foreach (Node expression in expressions)
        {
            result = expression.Evaluate(evaluation, context);
        }

        evaluation.Frame = around;
        return result;
    }
}
