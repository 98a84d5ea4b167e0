using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Writes the fields of a Map state that are about its Map Runs.</summary>
internal static class DistributionWriter
{
    internal static JsonValue Write(ProcessorConfig config)
    {
        var fields = new FieldWriter();
        fields.Text("Mode", config.Mode == ProcessorMode.Distributed ? "DISTRIBUTED" : "INLINE");
        fields.Text("ExecutionType", config.ExecutionType == ProcessorExecutionType.Express ? "EXPRESS" : "STANDARD");
        return fields.Build();
    }

    internal static JsonValue Write(ItemReader? reader, bool isJsonata)
    {
        if (reader is null)
        {
            return JsonValue.Undefined;
        }

        var fields = new FieldWriter();
        fields.Text("Resource", reader.Resource.Text);
        JsonObject config = Write(reader.Config);
        fields.Value("ReaderConfig", config.Count == 0 ? JsonValue.Undefined : config);
        fields.Template(isJsonata ? "Arguments" : "Parameters", reader.Arguments);
        return fields.Build();
    }

    internal static JsonValue Write(ItemBatcher? batcher)
    {
        if (batcher is null)
        {
            return JsonValue.Undefined;
        }

        var fields = new FieldWriter();
        fields.NumberField(batcher.MaxItemsPerBatch);
        fields.NumberField(batcher.MaxInputBytesPerBatch);
        fields.Template("BatchInput", batcher.BatchInput);
        return fields.Build();
    }

    internal static JsonValue Write(ResultWriter? writer, bool isJsonata)
    {
        if (writer is null)
        {
            return JsonValue.Undefined;
        }

        var config = new FieldWriter();
        config.Text("Transformation", writer.Transformation?.ToString().ToUpperInvariant());
        config.Text("OutputType", writer.OutputType == ResultFormat.JsonLines ? "JSONL" : null);
        JsonObject written = config.Build();
        var fields = new FieldWriter();
        fields.Text("Resource", writer.Resource?.Text);
        fields.Template(isJsonata ? "Arguments" : "Parameters", writer.Arguments);
        fields.Value("WriterConfig", written.Count == 0 && writer.Resource is not null ? JsonValue.Undefined : written);
        return fields.Build();
    }

    private static JsonObject Write(ReaderConfig config)
    {
        var fields = new FieldWriter();
        fields.Text("InputType", config.HasInputType ? NameOf(config.InputType) : null);
        fields.Text("CSVHeaderLocation", config.CsvHeaderLocation switch
        {
            CsvHeaderLocation.FirstRow => "FIRST_ROW",
            CsvHeaderLocation.Given => "GIVEN",
            _ => null,
        });
        fields.List("CSVHeaders", config.CsvHeaders, static header => header);
        fields.Text("CSVDelimiter", config.CsvDelimiter);
        fields.NumberField(config.MaxItems);
        fields.Text("ItemsPointer", config.ItemsPointer);
        fields.Text("ManifestType", config.ManifestType switch
        {
            ManifestType.AthenaData => "ATHENA_DATA",
            ManifestType.S3Inventory => "S3_INVENTORY",
            _ => null,
        });
        fields.Text("Transformation", config.LoadsObjects ? "LOAD_AND_FLATTEN" : null);
        return fields.Build();
    }

    private static string NameOf(ItemFormat format) => format switch
    {
        ItemFormat.Csv => "CSV",
        ItemFormat.JsonLines => "JSONL",
        ItemFormat.Manifest => "MANIFEST",
        _ => "JSON",
    };
}
