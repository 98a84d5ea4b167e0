using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Reads the <c>ResultWriter</c> of a Map state.</summary>
internal static class ResultWriterReader
{
    internal static ResultWriter? Read(FieldReader state)
    {
        if (state.Object("ResultWriter") is not { } json)
        {
            return null;
        }

        var fields = new FieldReader(state.Context, json, state.PointerTo("ResultWriter"), state.Language, state.LocationOf("ResultWriter"));
        if (!fields.Has("Resource") && !fields.Has("WriterConfig"))
        {
            fields.Require("Resource");
        }

        TaskResource? resource = MapResource.Read(fields, "putObject");
        PayloadTemplate? arguments = MapResource.ReadArguments(fields);
        (ResultTransformation? transformation, ResultFormat format) = ReadConfig(fields);
        fields.Finish();
        return new ResultWriter(resource, arguments, transformation, format);
    }

    private static (ResultTransformation? Transformation, ResultFormat Format) ReadConfig(FieldReader writer)
    {
        if (writer.Object("WriterConfig") is not { } json)
        {
            return (null, ResultFormat.Json);
        }

        var fields = new FieldReader(writer.Context, json, writer.PointerTo("WriterConfig"));
        ResultTransformation? transformation = fields.OneOf("Transformation", "NONE", "COMPACT", "FLATTEN") switch
        {
            0 => ResultTransformation.None,
            1 => ResultTransformation.Compact,
            2 => ResultTransformation.Flatten,
            _ => null,
        };
        bool isLines = fields.OneOf("OutputType", "JSON", "JSONL") == 1;
        fields.Finish();
        return (transformation, isLines ? ResultFormat.JsonLines : ResultFormat.Json);
    }
}
