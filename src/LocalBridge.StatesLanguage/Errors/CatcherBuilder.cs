using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Collects the fields of an element of <c>Catch</c>.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class CatcherBuilder
{
    internal CatcherBuilder()
    {
    }

    internal FieldsBuilder Fields { get; } = new();

    /// <summary>Sets the comment.</summary>
    /// <param name="comment">The text.</param>
    public CatcherBuilder Comment(string comment)
    {
        Fields.Text("Comment", comment);
        return this;
    }

    /// <summary>Sets the errors that are caught.</summary>
    /// <param name="errors">The names; <see cref="ErrorNames"/> holds those that the language reserves.</param>
    public CatcherBuilder ErrorEquals(params string[] errors)
    {
        Fields.Texts("ErrorEquals", errors);
        return this;
    }

    /// <summary>Sets the state to go on with.</summary>
    /// <param name="state">The name of the state.</param>
    public CatcherBuilder Next(string state)
    {
        Fields.Text("Next", state);
        return this;
    }

    /// <summary>Sets where the error output goes in the state's raw input (JSONPath).</summary>
    /// <param name="path">The reference path; <see langword="null"/> to throw it away.</param>
    public CatcherBuilder ResultPath(string? path)
    {
        Fields.Value("ResultPath", path is null ? JsonValue.Null : path);
        return this;
    }

    /// <summary>Sets the variables that are assigned.</summary>
    /// <param name="variables">An object: a template for each variable.</param>
    public CatcherBuilder Assign(JsonValue variables)
    {
        Fields.Value("Assign", variables);
        return this;
    }

    /// <summary>Sets the variables that are assigned.</summary>
    /// <param name="configure">Adds the variables.</param>
    public CatcherBuilder Assign(Action<PayloadBuilder> configure) => Assign(PayloadBuilder.Build(configure));

    /// <summary>Sets the template of the output (JSONata).</summary>
    /// <param name="output">Any JSON; strings in <c>{% %}</c> are expressions.</param>
    public CatcherBuilder Output(JsonValue output)
    {
        Fields.Value("Output", output);
        return this;
    }

    /// <summary>Sets the template of the output (JSONata).</summary>
    /// <param name="configure">Adds the fields.</param>
    public CatcherBuilder Output(Action<PayloadBuilder> configure) => Output(PayloadBuilder.Build(configure));
}
