using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>An array of a template in which at least one element is evaluated.</summary>
internal sealed class ArrayNode(ImmutableArray<TemplateNode> elements) : TemplateNode
{
    internal override bool TryEvaluate(EvaluationScope scope, out JsonValue value, [NotNullWhen(false)] out StateError? error)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var builder = new JsonArrayBuilder(elements.Length);
        foreach (TemplateNode element in elements)
        {
            if (!element.TryEvaluate(scope, out JsonValue elementValue, out error))
            {
                value = default;
                return false;
            }

            builder.Add(elementValue);
        }

        value = builder.Build();
        error = null;
        return true;
    }
}
