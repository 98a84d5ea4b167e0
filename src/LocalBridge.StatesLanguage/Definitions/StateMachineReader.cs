using System.Collections.Immutable;
using LocalBridge.Json;
using LocalBridge.Json.Reading;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Reads a whole state machine.</summary>
internal static class StateMachineReader
{
    private const long LongestTimeout = 99_999_999;
    private const string NoObject = "Definition must be a valid JSON object";

    /// <returns>The definition, or null when a diagnostic is an error.</returns>
    internal static StateMachineDefinition? Read(string json, DefinitionOptions options, out ImmutableArray<Diagnostic> diagnostics)
    {
        var context = new DefinitionReadContext(new JsonPositions(json), options);
        StateMachineDefinition? definition = Read(json, context);
        diagnostics = context.Diagnostics;
        return context.HasErrors ? null : definition;
    }

    internal static QueryLanguage? ReadQueryLanguage(FieldReader fields) => fields.OneOf("QueryLanguage", "JSONPath", "JSONata") switch
    {
        0 => QueryLanguage.JsonPath,
        1 => QueryLanguage.Jsonata,
        _ => null,
    };

    private static StateMachineDefinition? Read(string json, DefinitionReadContext context)
    {
        if (!JsonValue.TryParse(json, out JsonValue root, out JsonParseError? error))
        {
            bool isBlank = string.IsNullOrWhiteSpace(json);
            context.UnreadableText(
                isBlank ? NoObject : error.Message,
                isBlank ? DiagnosticCodes.SchemaValidationFailed : DiagnosticCodes.InvalidJson,
                error.Line,
                error.Column);
            return null;
        }

        if (!root.IsObject)
        {
            context.Fault(string.Empty, NoObject);
            return null;
        }

        DuplicateFields.Check(json, root, context);
        var fields = new FieldReader(context, root.AsObject(), string.Empty);
        fields.Require("States", "StartAt");
        string? comment = fields.Text("Comment");
        string? version = fields.Text("Version");
        long? timeout = fields.Integer("TimeoutSeconds", 1, LongestTimeout);
        QueryLanguage queryLanguage = ReadQueryLanguage(fields) ?? QueryLanguage.JsonPath;
        StateGraph? graph = StateGraphReader.Read(fields, queryLanguage);
        fields.Finish();
        return graph is null ? null : new StateMachineDefinition(json, comment, version, queryLanguage, timeout, graph);
    }
}
