using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Writes a whole state machine.</summary>
internal static class StateMachineWriter
{
    internal static JsonObject Write(StateMachineDefinition definition)
    {
        var fields = new FieldWriter();
        fields.Text("Comment", definition.Comment);
        fields.Text("Version", definition.Version);
        fields.Text("QueryLanguage", definition.QueryLanguage == QueryLanguage.Jsonata ? Name(definition.QueryLanguage) : null);
        fields.Number("TimeoutSeconds", definition.TimeoutSeconds);
        StateGraphWriter.WriteStates(fields, definition.Graph, definition.QueryLanguage);
        return fields.Build();
    }

    internal static string Name(QueryLanguage language) => language == QueryLanguage.Jsonata ? "JSONata" : "JSONPath";
}
