using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions.BuiltIn;

namespace LocalBridge.Json.Jsonata.Nodes.Operators;

/// <summary>Strings texts together: a whole chain of the operator at once, so that each character is copied once.</summary>
/// <param name="parts">The operands, two at least.</param>
/// <param name="positions">The place of the operator that each operand belongs to.</param>
internal sealed class ConcatenationNode(Node[] parts, int[] positions) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        if (parts.Length == 2)
        {
            JsonValue left = parts[0].Evaluate(evaluation, context);
            JsonValue right = parts[1].Evaluate(evaluation, context);
            string leftText = ToText(left, positions[0]);
            string rightText = ToText(right, positions[1]);
            CheckLength(evaluation, leftText.Length + (long)rightText.Length);
            return string.Concat(leftText, rightText);
        }

        return EvaluateChain(evaluation, context);
    }

    private static void CheckLength(Evaluation evaluation, long length)
    {
        if (length > evaluation.Limits.StringLength)
        {
            throw Failures.FailureCodes.TooLarge();
        }
    }

    private static string ToText(JsonValue value, int position)
    {
        if (value.Reference is string text)
        {
            return text;
        }

        try
        {
            return value.IsUndefined ? string.Empty : StringFunctions.ToText(value);
        }
        catch (JsonataException failure) when (failure.Place(position, "&"))
        {
            throw;
        }
    }

    private JsonValue EvaluateChain(Evaluation evaluation, JsonValue context)
    {
        int mark = evaluation.Top;
        long length = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            string text = ToText(parts[i].Evaluate(evaluation, context), positions[i]);
            length += text.Length;
            CheckLength(evaluation, length);
            evaluation.Push(text);
        }

        string result = string.Create((int)length, (evaluation, mark), static (target, state) =>
        {
            int at = 0;
            foreach (JsonValue part in state.evaluation.Window(state.mark, state.evaluation.Top - state.mark))
            {
                string text = (string)part.Reference!;
                text.CopyTo(target[at..]);
                at += text.Length;
            }
        });
        evaluation.Pop(mark);
        return result;
    }
}
