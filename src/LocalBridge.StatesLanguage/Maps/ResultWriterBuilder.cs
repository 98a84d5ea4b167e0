using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Collects the fields of a <c>ResultWriter</c> and of its <c>WriterConfig</c>.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class ResultWriterBuilder
{
    private readonly FieldsBuilder _fields = new();
    private FieldsBuilder? _config;

    internal ResultWriterBuilder()
    {
    }

    /// <summary>Sets what writes the results; without it they are the output of the state.</summary>
    /// <param name="resource">For example <c>arn:aws:states:::s3:putObject</c>.</param>
    public ResultWriterBuilder Resource(string resource)
    {
        _fields.Text("Resource", resource);
        return this;
    }

    /// <summary>Sets the template of where they go, for example <c>Bucket</c> and <c>Prefix</c> (JSONPath).</summary>
    /// <param name="configure">Adds the fields.</param>
    public ResultWriterBuilder Parameters(Action<PayloadBuilder> configure)
    {
        _fields.Value("Parameters", PayloadBuilder.Build(configure));
        return this;
    }

    /// <summary>Sets the template of where they go, for example <c>Bucket</c> and <c>Prefix</c> (JSONata).</summary>
    /// <param name="configure">Adds the fields.</param>
    public ResultWriterBuilder Arguments(Action<PayloadBuilder> configure)
    {
        _fields.Value("Arguments", PayloadBuilder.Build(configure));
        return this;
    }

    /// <summary>Sets how the results are written.</summary>
    /// <param name="format">The format.</param>
    public ResultWriterBuilder OutputType(ResultFormat format) => Configure("OutputType", format == ResultFormat.JsonLines ? "JSONL" : "JSON");

    /// <summary>Sets what of the results is written.</summary>
    /// <param name="transformation">The shape.</param>
    public ResultWriterBuilder Transformation(ResultTransformation transformation) => Configure("Transformation", transformation switch
    {
        ResultTransformation.Compact => "COMPACT",
        ResultTransformation.Flatten => "FLATTEN",
        _ => "NONE",
    });

    internal FieldsBuilder Complete()
    {
        if (_config is not null)
        {
            _fields.Object("WriterConfig", _config);
        }

        return _fields;
    }

    private ResultWriterBuilder Configure(string field, JsonValue value)
    {
        _config ??= new FieldsBuilder();
        _config.Value(field, value);
        return this;
    }
}
