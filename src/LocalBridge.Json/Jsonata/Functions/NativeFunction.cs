using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Signatures;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Represents the body of a function that is not written in JSONata.</summary>
/// <param name="evaluation">The evaluation.</param>
/// <param name="arguments">The arguments, one for each parameter of the signature.</param>
internal delegate JsonValue NativeBody(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments);

/// <summary>Represents a built-in function, or one of the host.</summary>
internal sealed class NativeFunction(string name, Signature? signature, int arity, NativeBody body) : FunctionValue
{
    internal string Name => name;

    internal Signature? Signature => signature;

    internal NativeBody Body => body;

    /// <summary>Gets the number of a built-in function; -1 for one of the host.</summary>
    internal int Number { get; set; } = -1;

    /// <summary>Gets which argument is a function that is only called while this one runs; -1 for none.</summary>
    internal int InPlaceArgument { get; init; } = -1;

    /// <summary>Gets how many parameters that function must have to be called in place.</summary>
    internal int InPlaceParameters { get; init; }

    /// <summary>Gets a value indicating whether the result is a truth value or nothing.</summary>
    internal bool IsBoolean { get; init; }

    internal override int Arity => arity;

    internal override void NoteCall(Evaluation evaluation, int position, string? token)
    {
        evaluation.NoteCall(Number, position);
    }

    internal override bool Locate(Evaluation evaluation, JsonataException failure)
    {
        failure.FunctionName ??= failure.Code[0] == 'D' || failure.Index > 0 ? name : null;
        failure.Locate(-1, name);
        int position = evaluation.CallPosition(Number);
        failure.Position = position > 0 ? position : failure.Position;

        return false;
    }

    internal override JsonValue Call(Evaluation evaluation, int arguments, int count, JsonValue context)
    {
        int given = signature is null ? count : ArgumentMatcher.Match(evaluation, signature, arguments, count, context);
        JsonValue result = body(evaluation, evaluation.Window(arguments, given));
        evaluation.Pop(arguments);
        return result;
    }
}
