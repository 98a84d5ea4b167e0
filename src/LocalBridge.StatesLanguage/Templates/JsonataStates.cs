using LocalBridge.Json;
using LocalBridge.Json.Jsonata.Inspecting;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Makes the variable <c>$states</c> (AWS: "Transforming data with JSONata", "Reserved variable: $states").</summary>
internal static class JsonataStates
{
    internal const string VariableName = "states";
    internal const string Result = "result";
    internal const string ErrorOutput = "errorOutput";

    private const string Input = "input";
    private const string Context = "context";

    /// <summary>Whether an expression may look at the context object, which is only made for those that do.</summary>
    internal static bool MayReadContext(IEnumerable<JsonataReference> references) =>
        references.Any(static reference => reference is { Kind: JsonataReferenceKind.Variable, Name: VariableName }
            && reference.Member is not (Input or Result or ErrorOutput));

    internal static JsonValue Create(EvaluationScope scope, bool withContext)
    {
        var states = new JsonObjectBuilder(4);
        states.SetItem(Input, scope.Frame.Input);
        if (withContext)
        {
            states.SetItem(Context, scope.Context);
        }

        if (!scope.Result.IsUndefined)
        {
            states.SetItem(Result, scope.Result);
        }

        if (!scope.ErrorOutput.IsUndefined)
        {
            states.SetItem(ErrorOutput, scope.ErrorOutput);
        }

        return states.Build();
    }
}
