using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;
using LocalBridge.Json.Jsonata.Signatures;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Represents a transform as a function: it returns a changed copy of an object or array.</summary>
internal sealed class TransformValue(TransformCode code, Frame? frame) : FunctionValue
{
    private static readonly Signature Signature = SignatureReader.Read("<(oa):o>");

    internal override int Arity => 1;

    internal override JsonValue Call(Evaluation evaluation, int arguments, int count, JsonValue context)
    {
        ArgumentMatcher.Match(evaluation, Signature, arguments, count, context);
        JsonValue input = evaluation[arguments];
        evaluation.Pop(arguments);
        evaluation.CheckDepth(0);
        return input.IsUndefined ? default : Run(evaluation, Sequence.Unwrap(input), arguments);
    }

    private JsonValue Run(Evaluation evaluation, JsonValue input, int start)
    {
        int aroundBase = evaluation.Base;
        Frame? aroundFrame = evaluation.Frame;
        evaluation.Reserve(code.Locals);
        evaluation.Window(start, code.Locals).Fill(Unbound.Value);
        evaluation.Top = start + code.Locals;
        evaluation.Frame = frame;
        JsonValue original = Clone(evaluation, input);
        evaluation.Base = start;
        evaluation.Frame = code.FrameSize == 0 ? frame : new Frame(frame, code.FrameSize);
        var copy = new PrivateCopy(original);
        JsonValue matches = code.Pattern.Evaluate(evaluation, copy.Value);
        if (matches.Reference is JsonArray array)
        {
            foreach (JsonValue match in array.AsSpan())
            {
                Change(evaluation, copy, match);
            }
        }
        else if (!matches.IsUndefined)
        {
            Change(evaluation, copy, matches);
        }

        evaluation.Frame = aroundFrame;
        evaluation.Base = aroundBase;
        evaluation.Pop(start);
        return copy.Value;
    }

    private JsonValue Clone(Evaluation evaluation, JsonValue input)
    {
        if (code.Clone is null)
        {
            return Clones.Of(input);
        }

        if (code.Clone.Evaluate(evaluation, default).Reference is not FunctionValue clone)
        {
            throw new JsonataException("T2013", code.Position);
        }

        int start = evaluation.Top;
        evaluation.Push(input);
        return Sequence.Unwrap(clone.Call(evaluation, start, 1, JsonValue.Null));
    }

    private void Change(Evaluation evaluation, PrivateCopy copy, JsonValue match)
    {
        evaluation.Tick();
        JsonValue update = code.Update.Evaluate(evaluation, match);
        if (!update.IsUndefined)
        {
            if (!update.TryGetObject(out JsonObject? members))
            {
                throw new JsonataException("T2011", code.UpdatePosition, null, update);
            }

            copy.Merge(match, members);
        }

        JsonValue deletion = code.Deletion is null ? default : code.Deletion.Evaluate(evaluation, match);
        if (!deletion.IsUndefined)
        {
            copy.Remove(match, Names(deletion));
        }
    }

    private ReadOnlySpan<JsonValue> Names(JsonValue deletion)
    {
        JsonArray names = deletion.Reference as JsonArray ?? JsonArray.FromStorage([deletion], 1);
        foreach (JsonValue name in names.AsSpan())
        {
            if (!name.IsString)
            {
                throw new JsonataException("T2012", code.DeletionPosition, null, deletion);
            }
        }

        return names.AsSpan();
    }
}
