using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using LocalBridge.Conformance.Running;

namespace LocalBridge.Conformance.Reporting;

/// <summary>Writes outcomes as JSON: <c>{"areas":[{"corpus","area","passed","total","failures":[{"id","reason"}]}]}</c>.</summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report.</summary>
    public static void Write(Stream output, ImmutableArray<AreaResult> areas)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        writer.WriteStartArray("areas");
        foreach (AreaResult area in areas)
        {
            WriteArea(writer, area);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteArea(Utf8JsonWriter writer, AreaResult area)
    {
        writer.WriteStartObject();
        writer.WriteString("corpus", area.Area.Corpus);
        writer.WriteString("area", area.Area.Name);
        writer.WriteNumber("passed", area.Passed);
        writer.WriteNumber("total", area.Total);
        writer.WriteStartArray("failures");
        foreach (CaseResult failure in area.Failures)
        {
            writer.WriteStartObject();
            writer.WriteString("id", failure.Id);
            writer.WriteString("reason", failure.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
