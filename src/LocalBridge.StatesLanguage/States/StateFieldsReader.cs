using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.States;

/// <summary>Reads the fields that several types of states share. Which type has which is the table in the States Language
/// specification, "Table of State Types and Fields".</summary>
internal sealed class StateFieldsReader
{
    private readonly string _name;
    private readonly StateType _type;
    private readonly List<StateReference> _references;

    internal StateFieldsReader(FieldReader fields, string name, StateType type, QueryLanguage machineLanguage, List<StateReference> references)
    {
        Fields = fields;
        _name = name;
        _type = type;
        _references = references;
        QueryLanguage? own = StateMachineReader.ReadQueryLanguage(fields);
        QueryLanguage = own ?? machineLanguage;
        MachineLanguage = machineLanguage;
        fields.Language = QueryLanguage;
        if (own == Definitions.QueryLanguage.JsonPath && machineLanguage == Definitions.QueryLanguage.Jsonata)
        {
            fields.Context.Fault(fields.Pointer, "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
        }
    }

    internal FieldReader Fields { get; }

    internal QueryLanguage QueryLanguage { get; }

    /// <summary>The language that inner states start from: the one of the machine, not that of the state around them.</summary>
    internal QueryLanguage MachineLanguage { get; }

    private bool HasNext => _type is StateType.Pass or StateType.Task or StateType.Wait or StateType.Parallel or StateType.Map;

    private bool HasResult => _type is StateType.Pass or StateType.Task or StateType.Parallel or StateType.Map;

    private bool CanFail => _type is StateType.Task or StateType.Parallel or StateType.Map;

    internal StateFields Read() => Fields.IsJsonata ? ReadJsonata() : ReadJsonPath();

    /// <summary>Reads the name of a state to go on with.</summary>
    internal StateReference? ReadReference(FieldReader fields, string field)
    {
        if (fields.Text(field) is not { } target)
        {
            return null;
        }

        var reference = new StateReference(target, fields.PointerTo(field));
        _references.Add(reference);
        return reference;
    }

    internal static ResultPath ReadResultPath(FieldReader fields)
    {
        JsonValue value = fields.Any("ResultPath");
        if (value.IsUndefined)
        {
            return ResultPath.Replace;
        }

        if (value.IsNull)
        {
            return ResultPath.Discard;
        }

        if (value.IsString && ReferencePath.TryParse(value.GetString(), out ReferencePath? path, out _) && path.Root == JsonPathRoot.Input)
        {
            return ResultPath.Into(path);
        }

        fields.Fault("ResultPath", value.IsString ? "Value is not a Reference Path" : "Expected value of type String");
        return ResultPath.Replace;
    }

    private StateFields ReadJsonata()
    {
        JsonataAccess access = CanFail ? JsonataAccess.Result : JsonataAccess.None;
        return new StateFields
        {
            Name = _name,
            Comment = Fields.Text("Comment"),
            QueryLanguage = QueryLanguage,
            Arguments = _type is StateType.Task or StateType.Parallel ? JsonataTemplateReader.Read(Fields, "Arguments") : null,
            Assign = _type is StateType.Succeed or StateType.Fail ? null : JsonataTemplateReader.ReadAssign(Fields, access),
            Output = _type == StateType.Fail ? null : JsonataTemplateReader.Read(Fields, "Output", access),
            Next = HasNext ? ReadTransition() : null,
            Retry = CanFail ? RetrierReader.Read(Fields) : [],
            Catch = CanFail ? CatcherReader.Read(this) : [],
        };
    }

    private StateFields ReadJsonPath() => new()
    {
        Name = _name,
        Comment = Fields.Text("Comment"),
        QueryLanguage = QueryLanguage,
        InputPath = _type == StateType.Fail ? PathField.Whole : ReadPathField("InputPath"),
        OutputPath = _type == StateType.Fail ? PathField.Whole : ReadPathField("OutputPath"),
        Parameters = HasResult && _type != StateType.Map ? PayloadTemplateReader.Read(Fields, "Parameters") : null,
        ResultSelector = CanFail ? PayloadTemplateReader.Read(Fields, "ResultSelector") : null,
        ResultPath = HasResult ? ReadResultPath(Fields) : ResultPath.Replace,
        Assign = _type is StateType.Succeed or StateType.Fail ? null : PayloadTemplateReader.ReadAssign(Fields),
        Next = HasNext ? ReadTransition() : null,
        Retry = CanFail ? RetrierReader.Read(Fields) : [],
        Catch = CanFail ? CatcherReader.Read(this) : [],
    };

    private PathField ReadPathField(string field)
    {
        JsonValue value = Fields.Any(field);
        if (value.IsNull)
        {
            return PathField.Nothing;
        }

        return Fields.Text(field) is { } text && Fields.TryParsePath(field, text, out JsonPath? path) ? PathField.Of(path) : PathField.Whole;
    }

    private StateReference? ReadTransition()
    {
        bool? isEnd = Fields.Boolean("End");
        if (isEnd == true && Fields.Has("Next"))
        {
            Fields.Fault("Next", "A state cannot have both 'Next' and 'End'");
        }
        else if (isEnd != true && !Fields.Has("Next") && !IsFaulty(isEnd))
        {
            Fields.Context.Fault(Fields.Pointer, "These fields are required: [End]");
        }

        return ReadReference(Fields, "Next");

        // A value of the wrong type has been noted already.
        bool IsFaulty(bool? end) => end is null && Fields.Has("End");
    }
}
