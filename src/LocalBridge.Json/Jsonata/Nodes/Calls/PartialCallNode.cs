using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Fixes some arguments of a function.</summary>
/// <param name="procedure">The function.</param>
/// <param name="arguments">The arguments; <see langword="null"/> stands for one to come.</param>
/// <param name="site">Where and how the call is written.</param>
internal sealed class PartialCallNode(Node procedure, Node?[] arguments, CallSite site) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        JsonValue[] given = Array.ConvertAll(arguments, argument => argument is null ? Unbound.Value : argument.Evaluate(evaluation, context));
        JsonValue value = procedure.Evaluate(evaluation, context);
        if (value.Reference is not FunctionValue function)
        {
            throw new JsonataException(site.MissesDollar && value.IsUndefined ? "T1007" : "T1008", site.Position, site.Token);
        }

        // Every parameter gets an argument, and no argument is left over.
        int parameters = function is NativeFunction { Signature: { } signature } ? Math.Max(function.Arity, signature.Count) : function.Arity;
        JsonValue[] all = new JsonValue[parameters];
        given.AsSpan(0, Math.Min(given.Length, parameters)).CopyTo(all);
        return new PartialValue(function, all).ToValue();
    }
}
