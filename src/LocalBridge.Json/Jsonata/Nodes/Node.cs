using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes;

/// <summary>Represents a compiled part of an expression.</summary>
/// <remarks>Nodes hold no state of an evaluation, but for hints that any thread may overwrite: many evaluations use them at once.</remarks>
internal abstract class Node
{
    /// <summary>Gets or sets a value indicating whether a single result stays an array.</summary>
    internal bool KeepsArray { get; set; }

    /// <summary>Gets a value indicating whether the result is a truth value or nothing.</summary>
    internal virtual bool IsBoolean => false;

    /// <summary>Gets a value indicating whether the result depends on nothing but the node itself.</summary>
    internal virtual bool IsConstant => false;

    /// <summary>Evaluates the part; a sequence is reduced to what it counts as.</summary>
    internal abstract JsonValue Evaluate(Evaluation evaluation, JsonValue context);

    /// <summary>Evaluates the part; a sequence stays one.</summary>
    internal virtual JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context) => Evaluate(evaluation, context);

    /// <summary>Evaluates the part to whether its result counts as true.</summary>
    internal virtual bool Test(Evaluation evaluation, JsonValue context) => Values.Truth.Of(Evaluate(evaluation, context));
}
