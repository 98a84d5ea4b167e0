using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>Writes the fields that only a Choice state has.</summary>
internal static class ChoiceStateWriter
{
    internal static void Write(FieldWriter fields, ChoiceState state)
    {
        fields.List("Choices", state.Choices, WriteBranch);
        fields.Text("Default", state.Default);
    }

    private static JsonValue WriteBranch(ChoiceBranch branch)
    {
        var fields = new FieldWriter();
        fields.Text("Comment", branch.Comment);
        ChoiceRuleWriter.Write(fields, branch.Rule);
        fields.Template("Assign", branch.Assign);
        fields.Template("Output", branch.Output);
        fields.Text("Next", branch.Next);
        return fields.Build();
    }
}
