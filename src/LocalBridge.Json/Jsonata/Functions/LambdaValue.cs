using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Represents a lambda together with the variables and the context value around it.</summary>
internal sealed class LambdaValue(LambdaCode code, Frame? frame, JsonValue input) : FunctionValue
{
    // Where it was last called: an error that passes takes the place from here, as in the reference implementation.
    private int _position = -1;
    private string? _token;

    internal LambdaCode Code => code;

    internal override int Arity => code.Parameters;

    internal override void NoteCall(Evaluation evaluation, int position, string? token)
    {
        _position = position;
        _token = token;
    }

    internal override bool Locate(Evaluation evaluation, JsonataException failure)
    {
        if (failure.IsFromTail)
        {
            failure.IsFromTail = false;
            return false;
        }

        failure.Locate(_position, _token);
        if (_position >= 0)
        {
            failure.Position = _position;
        }

        return false;
    }

    internal override JsonValue Call(Evaluation evaluation, int arguments, int count, JsonValue context) =>
        Trampoline.Call(evaluation, this, arguments, count, context);

    /// <summary>Runs the body once; a tail call is left to the caller.</summary>
    internal JsonValue Run(Evaluation evaluation, int arguments, int count, JsonValue context)
    {
        if (code.Signature is not null)
        {
            count = ArgumentMatcher.Match(evaluation, code.Signature, arguments, count, context);
        }

        evaluation.CheckDepth(code.Nesting);
        evaluation.Top = arguments + count;
        PrepareLocals(evaluation, arguments, count);
        int aroundBase = evaluation.Base;
        Frame? aroundFrame = evaluation.Frame;
        JsonValue aroundContext = evaluation.CallContext;
        evaluation.Base = arguments;
        evaluation.Frame = code.FrameSize == 0 ? frame : CreateFrame(evaluation, arguments);
        evaluation.CallContext = context;
        JsonValue result = code.Body.Evaluate(evaluation, input);
        evaluation.CallContext = aroundContext;
        evaluation.Frame = aroundFrame;
        evaluation.Base = aroundBase;
        return result;
    }

    private void PrepareLocals(Evaluation evaluation, int arguments, int count)
    {
        int locals = code.Locals;
        if (count < locals)
        {
            evaluation.Reserve(locals - count);
            for (int i = count; i < locals; i++)
            {
                evaluation[arguments + i] = i < code.Parameters ? default : Unbound.Value;
            }
        }

        evaluation.Top = arguments + locals;
        if (count > code.Parameters)
        {
            for (int i = code.Parameters; i < locals; i++)
            {
                evaluation[arguments + i] = Unbound.Value;
            }
        }
    }

    private Frame CreateFrame(Evaluation evaluation, int arguments)
    {
        var own = new Frame(frame, code.FrameSize);
        evaluation.Window(arguments, code.Parameters).CopyTo(own.Slots);
        return own;
    }
}
