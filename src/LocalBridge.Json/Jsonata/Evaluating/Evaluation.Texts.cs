using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Compiling;

namespace LocalBridge.Json.Jsonata.Evaluating;

internal sealed partial class Evaluation
{
    /// <summary>Compiles and evaluates a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">The context value.</param>
    /// <param name="scope">The scope whose variables it sees.</param>
    /// <exception cref="JsonataException">D3120: the text is no expression; D3121: its evaluation failed.</exception>
    internal JsonValue EvaluateText(string text, JsonValue context, Scope scope)
    {
        CheckDepth(1);
        TextCode code = Compile(text, scope);
        (int top, int @base, int depth, Frame? frame) = (Top, Base, Depth, Frame);
        try
        {
            CheckDepth(code.Nesting);
            Frame = code.FrameSize == 0 ? frame : new Frame(frame, code.FrameSize);
            return code.Body.Evaluate(this, context);
        }
        catch (JsonataException failure) when (failure.Code[0] != 'U')
        {
            throw new JsonataException("D3121", -1, null, failure.Message);
        }
        finally
        {
            Pop(top);
            (Base, Depth, Frame) = (@base, depth, frame);
        }
    }

    internal JsonValue FindBinding(string name)
    {
        int at = _bindings?.IndexOf(name) ?? -1;
        return at < 0 ? default : Plain(_bindings!.At(at));
    }

    private TextCode Compile(string text, Scope scope)
    {
        try
        {
            return TextCode.Compile(text, scope, Expression);
        }
        catch (JsonataException failure) when (failure.Code[0] == 'S')
        {
            throw new JsonataException("D3120", -1, null, failure.Message);
        }
    }
}
