using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Signatures;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Matches the arguments on the stack with a signature.</summary>
internal static class ArgumentMatcher
{
    /// <summary>Puts the arguments into the shape of the signature, in place.</summary>
    /// <returns>How many there are now.</returns>
    internal static int Match(Evaluation evaluation, Signature signature, int arguments, int count, JsonValue context)
    {
        if (count < signature.Count)
        {
            evaluation.Reserve(signature.Count - count);
        }

        if (signature.TryMatchInPlace(evaluation.Window(arguments, Math.Max(signature.Count, count)), count, context))
        {
            evaluation.Top = arguments + signature.Count;
            return signature.Count;
        }

        JsonValue[] matched = signature.Match(evaluation.Window(arguments, count), context);
        evaluation.Top = arguments;
        evaluation.PushAll(matched);
        return matched.Length;
    }
}
