using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Collects the fields of an <c>ItemReader</c> and of its <c>ReaderConfig</c>.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class ItemReaderBuilder
{
    private readonly FieldsBuilder _fields = new();
    private FieldsBuilder? _config;

    internal ItemReaderBuilder(string resource)
    {
        _fields.Text("Resource", resource);
    }

    /// <summary>Sets the template of what is read, for example <c>Bucket</c> and <c>Key</c> (JSONPath).</summary>
    /// <param name="configure">Adds the fields.</param>
    public ItemReaderBuilder Parameters(Action<PayloadBuilder> configure) => Set("Parameters", PayloadBuilder.Build(configure));

    /// <summary>Sets the template of what is read, for example <c>Bucket</c> and <c>Key</c> (JSONata).</summary>
    /// <param name="configure">Adds the fields.</param>
    public ItemReaderBuilder Arguments(Action<PayloadBuilder> configure) => Set("Arguments", PayloadBuilder.Build(configure));

    /// <summary>Sets how the items are written; without it as a JSON array.</summary>
    /// <param name="format">The format.</param>
    public ItemReaderBuilder InputType(ItemFormat format) => Configure("InputType", format switch
    {
        ItemFormat.Csv => "CSV",
        ItemFormat.JsonLines => "JSONL",
        ItemFormat.Manifest => "MANIFEST",
        _ => "JSON",
    });

    /// <summary>Sets where the names of the columns are.</summary>
    /// <param name="location">In the first row, or given here.</param>
    public ItemReaderBuilder CsvHeaderLocation(CsvHeaderLocation location) =>
        Configure("CSVHeaderLocation", location == Maps.CsvHeaderLocation.Given ? "GIVEN" : "FIRST_ROW");

    /// <summary>Sets the names of the columns.</summary>
    /// <param name="names">The names.</param>
    public ItemReaderBuilder CsvHeaders(params string[] names)
    {
        Config.Texts("CSVHeaders", names);
        return this;
    }

    /// <summary>Sets what stands between two columns.</summary>
    /// <param name="delimiter"><c>COMMA</c>, <c>PIPE</c>, <c>SEMICOLON</c>, <c>SPACE</c> or <c>TAB</c>.</param>
    public ItemReaderBuilder CsvDelimiter(string delimiter) => Configure("CSVDelimiter", delimiter);

    /// <summary>Sets how many items are read at the most.</summary>
    /// <param name="count">The number.</param>
    public ItemReaderBuilder MaxItems(long count) => Configure("MaxItems", count);

    /// <summary>Sets how many items are read at the most (JSONata).</summary>
    /// <param name="expression">The expression of the number in <c>{% %}</c>.</param>
    public ItemReaderBuilder MaxItems(string expression) => Configure("MaxItems", expression);

    /// <summary>Sets how many items are read at the most (JSONPath).</summary>
    /// <param name="path">The path of the number.</param>
    public ItemReaderBuilder MaxItemsPath(string path) => Configure("MaxItemsPath", path);

    /// <summary>Sets where in the object the array of items is.</summary>
    /// <param name="location">The JSON Pointer.</param>
    public ItemReaderBuilder ItemsPointer(string location) => Configure("ItemsPointer", location);

    /// <summary>Sets the kind of a manifest.</summary>
    /// <param name="type">The kind.</param>
    public ItemReaderBuilder ManifestType(ManifestType type) =>
        Configure("ManifestType", type == Maps.ManifestType.AthenaData ? "ATHENA_DATA" : "S3_INVENTORY");

    /// <summary>Reads the objects that a listing names, and takes what is in them as the items.</summary>
    /// <param name="loadsObjects"><see langword="false"/> to take the names themselves, as without a word.</param>
    public ItemReaderBuilder Transformation(bool loadsObjects = true) => Configure("Transformation", loadsObjects ? "LOAD_AND_FLATTEN" : "NONE");

    internal FieldsBuilder Complete()
    {
        if (_config is not null)
        {
            _fields.Object("ReaderConfig", _config);
        }

        return _fields;
    }

    private FieldsBuilder Config => _config ??= new FieldsBuilder();

    private ItemReaderBuilder Set(string field, JsonValue value)
    {
        _fields.Value(field, value);
        return this;
    }

    private ItemReaderBuilder Configure(string field, JsonValue value)
    {
        Config.Value(field, value);
        return this;
    }
}
