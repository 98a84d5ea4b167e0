using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Represents a function as a value: a lambda, a built-in function, a regular expression or what is made of them.</summary>
internal abstract class FunctionValue
{
    /// <summary>The mark of a function that was handed over as an argument: it is called without a context value.</summary>
    internal const long Detached = 1;

    /// <summary>Gets how many arguments the function takes, as the functions that call functions count.</summary>
    internal abstract int Arity { get; }

    /// <summary>Calls the function with arguments that lie on the stack from a place on; they are taken off. A sequence is returned as it is.</summary>
    internal abstract JsonValue Call(Evaluation evaluation, int arguments, int count, JsonValue context);

    /// <summary>Notes where the function is called, for its errors.</summary>
    internal virtual void NoteCall(Evaluation evaluation, int position, string? token)
    {
    }

    /// <summary>Fills in the place of an error that has come out of the function.</summary>
    /// <returns><see langword="false"/>: exception filters call this.</returns>
    internal virtual bool Locate(Evaluation evaluation, JsonataException failure) => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal JsonValue ToValue() => JsonValue.FromReference(this, 0);

    /// <summary>Returns an argument as a function gets it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static JsonValue AsArgument(JsonValue value) =>
        value.Reference is not (null or Numbers.JsonNumber or string or JsonObject or JsonArray) ? JsonValue.FromReference(value.Reference, Detached) : value;
}
