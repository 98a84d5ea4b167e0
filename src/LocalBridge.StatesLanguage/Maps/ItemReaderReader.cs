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

        var fields = new FieldReader(state.Context, json, state.PointerTo("ItemReader"));
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

        var fields = new FieldReader(reader.Context, json, reader.PointerTo("ReaderConfig"));
        string? inputType = ReadInputType(fields);
        string? location = WordField.Read(fields, "CSVHeaderLocation", "FIRST_ROW", "GIVEN");
        ImmutableArray<string> headers = ReadHeaders(fields);
        if (location == "GIVEN" && !fields.Has("CSVHeaders"))
        {
            fields.Context.Fault(fields.Pointer, "These fields are required: [CSVHeaders]");
        }

        string? manifest = WordField.Read(fields, "ManifestType", "ATHENA_DATA", "S3_INVENTORY");
        var config = new ReaderConfig
        {
            HasInputType = inputType is not null,
            InputType = inputType switch
            {
                "CSV" => ItemFormat.Csv,
                "JSONL" => ItemFormat.JsonLines,
                "MANIFEST" => ItemFormat.Manifest,
                _ => ItemFormat.Json,
            },
            CsvHeaderLocation = location switch { "FIRST_ROW" => CsvHeaderLocation.FirstRow, "GIVEN" => CsvHeaderLocation.Given, _ => null },
            CsvHeaders = headers,
            CsvDelimiter = WordField.Read(fields, "CSVDelimiter", Delimiters),
            MaxItems = NumberFieldReader.Integer(fields, "MaxItems", 0, MostItems),
            ItemsPointer = ReadItemsPointer(fields),
            ManifestType = manifest switch { "ATHENA_DATA" => ManifestType.AthenaData, "S3_INVENTORY" => ManifestType.S3Inventory, _ => null },
            LoadsObjects = WordField.Read(fields, "Transformation", "NONE", "LOAD_AND_FLATTEN") == "LOAD_AND_FLATTEN",
        };
        fields.Finish();
        return config;
    }

    private static string? ReadInputType(FieldReader fields)
    {
        string? type = WordField.Read(fields, "InputType", "CSV", "JSON", "JSONL", "MANIFEST", "PARQUET");
        if (type == "PARQUET")
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
