using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Describes where and how a call is written.</summary>
internal sealed class CallSite
{
    /// <summary>Gets the place of the call.</summary>
    internal required int Position { get; init; }

    /// <summary>Gets the place of the name that is called.</summary>
    internal required int ProcedurePosition { get; init; }

    /// <summary>Gets the name that is called, or the text of what is.</summary>
    internal required string? Token { get; init; }

    /// <summary>Gets how deep the call nests in its function.</summary>
    internal required int Nesting { get; init; }

    /// <summary>Gets a value indicating whether the call is the last thing its function does.</summary>
    internal required bool IsTail { get; init; }

    /// <summary>Gets a value indicating whether that function is called in place.</summary>
    internal required bool IsInlined { get; init; }

    /// <summary>Gets a value indicating whether the first argument comes from the left side of the operator <c>~&gt;</c>.</summary>
    internal required bool HasChained { get; init; }

    /// <summary>Gets a value indicating whether what is called is written like a field although a function of that name exists.</summary>
    internal required bool MissesDollar { get; init; }

    /// <summary>Gets the place that errors of the function called are told with: a call made last is told by its name.</summary>
    internal int CallPosition => IsTail && !IsInlined ? ProcedurePosition : Position;

    /// <summary>Fills in the place of an error that has come out of a function called here.</summary>
    /// <returns><see langword="false"/>: exception filters call this.</returns>
    internal bool Locate(Evaluation evaluation, FunctionValue function, JsonataException failure)
    {
        function.Locate(evaluation, failure);
        failure.Locate(CallPosition, Token);
        failure.IsFromTail = IsTail && !IsInlined;
        return false;
    }

    internal JsonataException NotAFunction(JsonValue found) =>
        new(MissesDollar && found.IsUndefined ? "T1005" : "T1006", Position, Token);
}
