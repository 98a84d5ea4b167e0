using System.Collections.Immutable;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Compiles JSONata templates: JSON in which any string may be an expression (<c>Arguments</c>, <c>Output</c>, <c>Assign</c>,
/// <c>Items</c>, <c>ItemSelector</c>).</summary>
internal static class JsonataTemplateReader
{
    /// <summary>Reads a template of any shape; null when the field is not there.</summary>
    internal static PayloadTemplate? Read(FieldReader fields, string field, JsonataAccess access = JsonataAccess.None)
    {
        JsonValue source = fields.Any(field);
        return source.IsUndefined
            ? null
            : new PayloadTemplate(source, Compile(fields.Context, source, fields.PointerTo(field), fields.LocationOf(field), access));
    }

    /// <summary>Reads the template of <c>Assign</c>, which must be an object.</summary>
    internal static PayloadTemplate? ReadAssign(FieldReader fields, JsonataAccess access)
    {
        if (fields.Object("Assign") is not { } variables)
        {
            return null;
        }

        foreach (string name in variables.Names)
        {
            VariableName.Check(fields, name);
        }

        return Read(fields, "Assign", access);
    }

    private static TemplateNode Compile(DefinitionReadContext context, JsonValue source, string pointer, string location, JsonataAccess access) => source switch
    {
        { IsString: true } => CompileText(context, source, pointer, location, access),
        { IsObject: true } or { IsArray: true } when !context.HasRoom(pointer) => new LiteralNode(source),
        { IsObject: true } => CompileObject(context, source.AsObject(), pointer, location, access),
        { IsArray: true } => CompileArray(context, source.AsArray(), pointer, location, access),
        _ => new LiteralNode(source),
    };

    private static TemplateNode CompileText(DefinitionReadContext context, JsonValue source, string pointer, string location, JsonataAccess access)
    {
        JsonataFieldReader.TryCompile(context, source.GetString(), pointer, location, access, out JsonataField? field, out _);
        return field is null ? new LiteralNode(source) : new JsonataNode(field);
    }

    private static TemplateNode CompileObject(DefinitionReadContext context, JsonObject source, string pointer, string location, JsonataAccess access)
    {
        bool isLiteral = true;
        ImmutableArray<KeyValuePair<string, TemplateNode>>.Builder members =
            ImmutableArray.CreateBuilder<KeyValuePair<string, TemplateNode>>(source.Count);
        foreach (KeyValuePair<string, JsonValue> member in source)
        {
            string memberPointer = JsonPointer.Append(pointer, member.Key);
            TemplateWarnings.CheckJsonataField(context, member.Key, memberPointer);
            TemplateNode node = Compile(context, member.Value, memberPointer, $"{location}/{member.Key}", access);
            members.Add(new(member.Key, node));
            isLiteral &= node is LiteralNode;
        }

        return isLiteral ? new LiteralNode(source) : new ObjectNode(members.MoveToImmutable());
    }

    private static TemplateNode CompileArray(DefinitionReadContext context, JsonArray source, string pointer, string location, JsonataAccess access)
    {
        bool isLiteral = true;
        ImmutableArray<TemplateNode>.Builder elements = ImmutableArray.CreateBuilder<TemplateNode>(source.Count);
        for (int i = 0; i < source.Count; i++)
        {
            TemplateNode node = Compile(context, source[i], JsonPointer.Append(pointer, i), $"{location}[{i}]", access);
            elements.Add(node);
            isLiteral &= node is LiteralNode;
        }

        return isLiteral ? new LiteralNode(source) : new ArrayNode(elements.MoveToImmutable());
    }
}
