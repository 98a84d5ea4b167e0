using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>One compiled JSONata expression and the place in its state where it stands.</summary>
internal sealed class JsonataField(string text, string location, JsonataProgram program)
{
    /// <summary>The string as written, marks included.</summary>
    internal string Text { get; } = text;

    /// <summary>The place in its state: <c>Output/total</c>, <c>Choices[0]/Condition</c>.</summary>
    internal string Location { get; } = location;

    internal bool TryEvaluate(EvaluationScope scope, out JsonValue value, [NotNullWhen(false)] out StateError? error)
    {
        if (program.TryEvaluate(scope, out value, out string? problem))
        {
            error = null;
            return true;
        }

        error = Failure(problem);
        return false;
    }

    /// <summary>Evaluates and checks the type of the result.</summary>
    /// <param name="scope">What the expression can see.</param>
    /// <param name="expectedType">The type in the words of JSON: <c>array</c>, <c>number</c>, <c>string</c>, <c>boolean</c>.</param>
    /// <param name="isOfType">Decides.</param>
    /// <param name="value">The result.</param>
    /// <param name="error">Why there is none.</param>
    internal bool TryEvaluate(
        EvaluationScope scope, string expectedType, Func<JsonValue, bool> isOfType, out JsonValue value, [NotNullWhen(false)] out StateError? error)
    {
        if (!TryEvaluate(scope, out value, out error))
        {
            return false;
        }

        if (isOfType(value))
        {
            return true;
        }

        error = Failure($"returned an unexpected result type. Expected '{expectedType}', but was '{NameOf(value)}' for value: {value.ToJson()}");
        return false;
    }

    private StateError Failure(string problem) =>
        StateError.Evaluation($"The JSONata expression '{program.Text}' specified for the field '{Location}' {problem}", Location);

    private static string NameOf(JsonValue value) => value switch
    {
        { IsString: true } => "string",
        { IsNumber: true } => "number",
        { IsBoolean: true } => "boolean",
        { IsArray: true } => "array",
        { IsObject: true } => "object",
        _ => "null",
    };
}
