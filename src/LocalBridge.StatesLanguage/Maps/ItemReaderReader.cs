using System.Collections.Immutable;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Reads the <c>ItemReader</c> of a Map state.</summary>
internal static class ItemReaderReader
{
    /// <summary>"The names of the headers may have up to 10 KiB" (AWS: "ItemReader (Map)").</summary>
    private const int MaximumHeaderLength = 10 * 1024;

    private const long MostItems = 100_000_000;

    private static readonly string[] Delimiters = ["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"];

    internal static ItemReader? Read(FieldReader state)
    {
        if (state.Object("ItemReader") is not { } json)
        {
            return null;
        }

        var fields = new FieldReader(state.Context, json, state.PointerTo("ItemReader"), state.Language, state.LocationOf("ItemReader"));
        fields.Require("Resource");
        TaskResource? resource = MapResource.Read(fields, "getObject", "listObjectsV2");
        PayloadTemplate? arguments = MapResource.ReadArguments(fields);
        ReaderConfig config = ReadConfig(fields);
        fields.Finish();
        return resource is null ? null : new ItemReader(resource, arguments, config);
    }

    private static ReaderConfig ReadConfig(FieldReader reader)
    {
        if (reader.Object("ReaderConfig") is not { } json)
        {
            return ReaderConfig.Default;
        }

        var fields = new FieldReader(
            reader.Context, json, reader.PointerTo("ReaderConfig"), reader.Language, reader.LocationOf("ReaderConfig"));
        int inputType = ReadInputType(fields);
        int location = fields.OneOf("CSVHeaderLocation", "FIRST_ROW", "GIVEN");
        ImmutableArray<string> headers = ReadHeaders(fields);
        if (location == 1 && !fields.Has("CSVHeaders"))
        {
            fields.Context.Fault(fields.Pointer, "These fields are required: [CSVHeaders]");
        }

        int delimiter = fields.OneOf("CSVDelimiter", Delimiters);
        int manifest = fields.OneOf("ManifestType", "ATHENA_DATA", "S3_INVENTORY");
        var config = new ReaderConfig
        {
            HasInputType = inputType >= 0,
            InputType = inputType switch
            {
                0 => ItemFormat.Csv,
                2 => ItemFormat.JsonLines,
                3 => ItemFormat.Manifest,
                _ => ItemFormat.Json,
            },
            CsvHeaderLocation = location < 0 ? null : (CsvHeaderLocation)location,
            CsvHeaders = headers,
            CsvDelimiter = delimiter < 0 ? null : Delimiters[delimiter],
            MaxItems = NumberFieldReader.Integer(fields, "MaxItems", 0, MostItems),
            ItemsPointer = ReadItemsPointer(fields),
            ManifestType = manifest switch { 0 => ManifestType.AthenaData, 1 => ManifestType.S3Inventory, _ => null },
            LoadsObjects = fields.OneOf("Transformation", "NONE", "LOAD_AND_FLATTEN") == 1,
        };
        fields.Finish();
        return config;
    }

    private static int ReadInputType(FieldReader fields)
    {
        int type = fields.OneOf("InputType", "CSV", "JSON", "JSONL", "MANIFEST", "PARQUET");
        if (type == 4)
        {
            fields.Context.Fault(fields.PointerTo("InputType"), "This version of LocalBridge does not read PARQUET", DiagnosticCodes.NotSupported);
        }

        return type;
    }

    private static string? ReadItemsPointer(FieldReader fields)
    {
        string? pointer = fields.Text("ItemsPointer");
        if (pointer is { Length: > 0 } && pointer[0] != '/')
        {
            fields.Fault("ItemsPointer", "Value is not a JSON Pointer: it must be empty or begin with '/'");
        }

        return pointer;
    }

    private static ImmutableArray<string> ReadHeaders(FieldReader fields)
    {
        if (fields.Array("CSVHeaders") is not { } array)
        {
            return [];
        }

        ImmutableArray<string>.Builder headers = ImmutableArray.CreateBuilder<string>(array.Count);
        int length = 0;
        foreach (JsonValue header in array)
        {
            if (!header.TryGetString(out string? name))
            {
                fields.Context.Fault(JsonPointer.Append(fields.PointerTo("CSVHeaders"), headers.Count), "Expected value of type String");
                return [];
            }

            headers.Add(name);
            length += header.GetUtf8Length();
        }

        if (length > MaximumHeaderLength)
        {
            fields.Fault("CSVHeaders", $"The headers must have at most {MaximumHeaderLength} bytes together but have {length}");
        }

        return headers.ToImmutable();
    }
}
