using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Inspecting;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>A compiled JSONata expression with what it is to be given: the one place where the interpreter calls the JSONata engine.</summary>
internal sealed class JsonataProgram
{
    // The engine's codes for failures that the service reports without one.
    private const string LimitCode = "U1001";
    private const string MemoryCode = "U1002";
    private const string FunctionResultCode = "U1003";

    private readonly JsonataExpression _expression;
    private readonly string[] _variables;
    private readonly bool _readsContext;

    internal JsonataProgram(JsonataExpression expression)
    {
        _expression = expression;
        _variables = [.. expression.References
            .Where(static reference => reference.Kind == JsonataReferenceKind.Variable)
            .Select(static reference => reference.Name)
            .Distinct(StringComparer.Ordinal)];
        _readsContext = JsonataStates.MayReadContext(expression.References);
    }

    /// <summary>The expression, without its marks.</summary>
    internal string Text => _expression.Text;

    /// <param name="scope">What the expression can see.</param>
    /// <param name="value">The result.</param>
    /// <param name="problem">The end of the sentence <c>The JSONata expression '…' specified for the field '…'</c>.</param>
    internal bool TryEvaluate(EvaluationScope scope, out JsonValue value, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            value = _expression.Evaluate(JsonValue.Undefined, Bind(scope));
        }
        catch (JsonataException exception)
        {
            value = default;
            problem = Describe(exception);
            return false;
        }

        problem = value.IsUndefined ? "returned nothing (undefined)." : null;
        return problem is null;
    }

    private JsonataBindings Bind(EvaluationScope scope)
    {
        var bindings = new JsonataBindings { Instant = scope.Step.Time, RandomSource = scope.Random.Next };
        foreach (string name in _variables)
        {
            if (name == JsonataStates.VariableName)
            {
                bindings.Set(name, scope.GetStates(_readsContext));
            }
            else if (scope.Frame.Variables.Get(name) is { IsUndefined: false } variable)
            {
                bindings.Set(name, variable);
            }
        }

        return bindings;
    }

    private static string Describe(JsonataException exception) => exception.Code switch
    {
        FunctionResultCode => "returned an unsupported result type.",
        LimitCode or MemoryCode => $"threw an error during evaluation: {exception.Message.Replace("  ", " ", StringComparison.Ordinal)}",
        _ => $"threw an error during evaluation. {exception.Code}: {exception.Message}",
    };
}
