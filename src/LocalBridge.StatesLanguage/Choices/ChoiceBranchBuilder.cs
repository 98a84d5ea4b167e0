using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>Collects the fields of an element of <c>Choices</c> besides its condition and where it leads.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class ChoiceBranchBuilder
{
    internal ChoiceBranchBuilder()
    {
    }

    internal FieldsBuilder Fields { get; } = new();

    /// <summary>Sets the comment. Drawings show it in place of the condition.</summary>
    /// <param name="comment">The text.</param>
    public ChoiceBranchBuilder Comment(string comment)
    {
        Fields.Text("Comment", comment);
        return this;
    }

    /// <summary>Sets the variables that are assigned when the rule holds, in place of the state's own.</summary>
    /// <param name="variables">An object: a template for each variable.</param>
    public ChoiceBranchBuilder Assign(JsonValue variables)
    {
        Fields.Value("Assign", variables);
        return this;
    }

    /// <summary>Sets the variables that are assigned when the rule holds, in place of the state's own.</summary>
    /// <param name="configure">Adds the variables.</param>
    public ChoiceBranchBuilder Assign(Action<PayloadBuilder> configure) => Assign(PayloadBuilder.Build(configure));

    /// <summary>Sets the template of the output when the rule holds, in place of the state's own (JSONata).</summary>
    /// <param name="output">Any JSON; strings in <c>{% %}</c> are expressions.</param>
    public ChoiceBranchBuilder Output(JsonValue output)
    {
        Fields.Value("Output", output);
        return this;
    }

    /// <summary>Sets the template of the output when the rule holds, in place of the state's own (JSONata).</summary>
    /// <param name="configure">Adds the fields.</param>
    public ChoiceBranchBuilder Output(Action<PayloadBuilder> configure) => Output(PayloadBuilder.Build(configure));
}
