using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>An object of a template in which at least one member is evaluated.</summary>
internal sealed class ObjectNode(ImmutableArray<KeyValuePair<string, TemplateNode>> members) : TemplateNode
{
    internal override bool TryEvaluate(EvaluationScope scope, out JsonValue value, [NotNullWhen(false)] out StateError? error)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var builder = new JsonObjectBuilder(members.Length);
        foreach (KeyValuePair<string, TemplateNode> member in members)
        {
            if (!member.Value.TryEvaluate(scope, out JsonValue memberValue, out error))
            {
                value = default;
                return false;
            }

            builder.SetItem(member.Key, memberValue);
        }

        value = builder.Build();
        error = null;
        return true;
    }
}
