using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Intrinsics;

/// <summary>A compiled call of an intrinsic function, for example <c>States.Format('Order {}', $.id)</c>
/// (States Language specification, "Intrinsic Functions").</summary>
internal sealed class IntrinsicCall(string text, IntrinsicFunction function, ImmutableArray<IntrinsicArgument> arguments)
{
    /// <summary>The call as written.</summary>
    internal string Text { get; } = text;

    internal static bool TryParse(string text, [NotNullWhen(true)] out IntrinsicCall? call) => new IntrinsicParser(text).TryParse(out call);

    /// <param name="scope">What paths among the arguments can see.</param>
    /// <param name="fieldName">The field in which the call stands, for error texts.</param>
    /// <param name="value">The result.</param>
    /// <param name="error">Why there is no result.</param>
    internal bool TryEvaluate(EvaluationScope scope, string fieldName, out JsonValue value, [NotNullWhen(false)] out StateError? error)
    {
        value = default;
        var values = new JsonValue[arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (!arguments[i].TryEvaluate(scope, fieldName, out values[i], out error))
            {
                return false;
            }
        }

        if (function.TryInvoke(values, scope.Random, out value, out string? problem))
        {
            error = null;
            return true;
        }

        error = new StateError(ErrorNames.IntrinsicFailure, $"Invalid arguments in {function.Name}: {problem}") { NeedsPlace = true };
        return false;
    }
}
