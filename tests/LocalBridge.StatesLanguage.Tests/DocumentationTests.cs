using System.Text.RegularExpressions;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Tests;

/// <summary>The examples of docs/states-language.md are states of a machine that is valid.</summary>
internal sealed partial class DocumentationTests
{
    private static IEnumerable<TestCaseData> Examples()
    {
        string page = File.ReadAllText(Path.Combine(FindRepository(), "docs", "states-language.md"));
        foreach (Match block in JsonBlock().Matches(page))
        {
            JsonObject states = JsonValue.Parse(block.Groups[1].Value).AsObject();
            yield return new TestCaseData(states).SetArgDisplayNames(string.Join(" and ", states.Names.ToArray()));
        }
    }

    [TestCaseSource(nameof(Examples))]
    public void Example_States_AreValid(JsonObject states)
    {
        JsonObject machine = JsonObject.Empty
            .SetItem("StartAt", "First")
            .SetItem("States", Complete(states));

        Assert.That(StateMachineDefinition.Validate(((JsonValue)machine).ToJson(), minimumSeverity: DiagnosticSeverity.Warning).Diagnostics, Is.Empty);
    }

    [Test]
    public void Page_HasAnExampleOfEachTypeInBothLanguages()
    {
        var found = Examples()
            .SelectMany(static data => ((JsonObject)data.Arguments[0]!).Select(static state => state.Value))
            .Select(static state => (state["Type"].GetString(), IsJsonata: !state["QueryLanguage"].IsUndefined))
            .Distinct()
            .ToList();

        Assert.That(found, Has.Count.EqualTo(16));
    }

    // Everything is made reachable, and what the example only names is added.
    private static JsonObject Complete(JsonObject states)
    {
        JsonObject all = states;
        foreach (Match name in Target().Matches(((JsonValue)states).ToJson()))
        {
            if (!all.ContainsKey(name.Groups[1].Value))
            {
                all = all.SetItem(name.Groups[1].Value, JsonValue.Parse("""{"Type":"Succeed"}"""));
            }
        }

        var choices = new JsonArrayBuilder();
        foreach (string state in all.Names)
        {
            choices.Add(JsonValue.Parse($$"""{"Variable":"$.x","IsPresent":true,"Next":"{{state}}"}"""));
        }

        return all
            .SetItem("First", JsonValue.Parse($$"""{"Type":"Choice","Choices":{{((JsonValue)choices.Build()).ToJson()}},"Default":"Last"}"""))
            .SetItem("Last", JsonValue.Parse("""{"Type":"Succeed"}"""));
    }

    private static string FindRepository()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "LocalBridge.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
    }

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex("\"(?:Next|Default)\":\"([^\"]+)\"")]
    private static partial Regex Target();
}
