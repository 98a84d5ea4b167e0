using System.Collections.Immutable;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Intrinsics;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Compiles payload templates.</summary>
internal static class PayloadTemplateReader
{
    private const string ExpressionSuffix = ".$";

    /// <summary>Reads a template of any shape; null when the field is not there.</summary>
    internal static PayloadTemplate? Read(FieldReader fields, string field)
    {
        JsonValue source = fields.Any(field);
        return source.IsUndefined ? null : new PayloadTemplate(source, Compile(fields.Context, source, fields.PointerTo(field)));
    }

    /// <summary>Reads the template of <c>Assign</c>, which must be an object.</summary>
    internal static PayloadTemplate? ReadAssign(FieldReader fields)
    {
        if (fields.Object("Assign") is not { } variables)
        {
            return null;
        }

        foreach (string field in variables.Names)
        {
            VariableName.Check(fields, field.EndsWith(ExpressionSuffix, StringComparison.Ordinal) ? field[..^ExpressionSuffix.Length] : field);
        }

        return new PayloadTemplate(variables, Compile(fields.Context, variables, fields.PointerTo("Assign")));
    }

    private static TemplateNode Compile(DefinitionReadContext context, JsonValue source, string pointer) => source switch
    {
        { IsObject: true } or { IsArray: true } when !context.HasRoom(pointer) => new LiteralNode(source),
        { IsObject: true } => CompileObject(context, source.AsObject(), pointer),
        { IsArray: true } => CompileArray(context, source.AsArray(), pointer),
        _ => CompileLiteral(context, source, pointer),
    };

    private static LiteralNode CompileLiteral(DefinitionReadContext context, JsonValue source, string pointer)
    {
        if (source.IsString)
        {
            TemplateWarnings.CheckJsonPathLiteral(context, source.GetString(), pointer);
        }

        return new LiteralNode(source);
    }

    private static TemplateNode CompileObject(DefinitionReadContext context, JsonObject source, string pointer)
    {
        bool isLiteral = true;
        ImmutableArray<KeyValuePair<string, TemplateNode>>.Builder members =
            ImmutableArray.CreateBuilder<KeyValuePair<string, TemplateNode>>(source.Count);
        foreach (KeyValuePair<string, JsonValue> member in source)
        {
            bool isExpression = member.Key.EndsWith(ExpressionSuffix, StringComparison.Ordinal);
            TemplateNode node = isExpression
                ? CompileExpression(context, member.Key, member.Value, pointer)
                : Compile(context, member.Value, JsonPointer.Append(pointer, member.Key));
            string name = isExpression ? member.Key[..^ExpressionSuffix.Length] : member.Key;
            if (isExpression && source.ContainsKey(name))
            {
                context.Fault(pointer, $"The fields '{member.Key}' and '{name}' give the same field '{name}'");
            }

            members.Add(new(name, node));
            isLiteral &= !isExpression && node is LiteralNode;
        }

        return isLiteral ? new LiteralNode(source) : new ObjectNode(members.MoveToImmutable());
    }

    private static TemplateNode CompileArray(DefinitionReadContext context, JsonArray source, string pointer)
    {
        bool isLiteral = true;
        ImmutableArray<TemplateNode>.Builder elements = ImmutableArray.CreateBuilder<TemplateNode>(source.Count);
        for (int i = 0; i < source.Count; i++)
        {
            TemplateNode node = Compile(context, source[i], JsonPointer.Append(pointer, i));
            elements.Add(node);
            isLiteral &= node is LiteralNode;
        }

        return isLiteral ? new LiteralNode(source) : new ArrayNode(elements.MoveToImmutable());
    }

    private static TemplateNode CompileExpression(DefinitionReadContext context, string field, JsonValue source, string pointer)
    {
        if (source.IsString)
        {
            string text = source.GetString();
            if (text.StartsWith('$') && JsonPath.TryParse(text, out JsonPath? path, out _))
            {
                return new PathNode(field, path);
            }

            if (IntrinsicCall.TryParse(text, out IntrinsicCall? call))
            {
                return new IntrinsicNode(field, call);
            }
        }

        // The service reports the template around the field, not the field.
        context.Fault(pointer, $"The value for the field '{field}' must be a valid JSONPath or a valid intrinsic function call");
        return new LiteralNode(source);
    }
}
