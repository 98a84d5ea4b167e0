using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Tests.Definitions;

internal sealed class JsonataReaderTests
{
    private static ImmutableArray<Diagnostic> Read(string state)
    {
        string json = """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":""" + state + ""","B":{"Type":"Succeed"}}}""";
        _ = StateMachineDefinition.TryParse(json, out _, out ImmutableArray<Diagnostic> diagnostics);
        return [.. diagnostics.Where(static x => x.Code != DiagnosticCodes.MissingTransitionTarget)];
    }

    [TestCase("""{"Type":"Pass","Output":"10 %}","Next":"B"}""", "/States/A/Output")]
    [TestCase("""{"Type":"Pass","Output":{"a":[" 10 %}"]},"Next":"B"}""", "/States/A/Output/a/0")]
    [TestCase("""{"Type":"Wait","Seconds":"{% 10","Next":"B"}""", "/States/A/Seconds")]
    [TestCase("""{"Type":"Choice","Choices":[{"Condition":"{% true","Next":"B"}]}""", "/States/A/Choices/0/Condition")]
    [TestCase("""{"Type":"Fail","Error":"%}"}""", "/States/A/Error")]
    public void Parse_ExpressionWithOneMark_IsFaulty(string state, string location)
    {
        Diagnostic diagnostic = Read(state).Single();

        Assert.That((diagnostic.Code, diagnostic.Location), Is.EqualTo((DiagnosticCodes.InvalidJsonataExpression, location)));
    }

    [TestCase("""{"Type":"Pass","InputPath":"$.a","Next":"B"}""", "/States/A/InputPath", "Arguments")]
    [TestCase("""{"Type":"Pass","Result":1,"Next":"B"}""", "/States/A/Result", "Output")]
    [TestCase("""{"Type":"Wait","Seconds":1,"SecondsPath":"$.a","Next":"B"}""", "/States/A/SecondsPath", "Seconds")]
    [TestCase("""{"Type":"Choice","Choices":[{"Condition":true,"Variable":"$.a","Next":"B"}]}""", "/States/A/Choices/0/Variable", "Condition")]
    [TestCase("""{"Type":"Task","Resource":"f","Next":"B","Catch":[{"ErrorEquals":["E"],"ResultPath":"$","Next":"B"}]}""", "/States/A/Catch/0/ResultPath", "Output")]
    public void Parse_FieldOfJsonPath_IsFaultyAndExplained(string state, string location, string instead)
    {
        Diagnostic diagnostic = Read(state).Single();

        Assert.That((diagnostic.Location, diagnostic.Message), Is.EqualTo((location, "Field is not supported")));
        Assert.That(diagnostic.Hint, Does.Contain("JSONPath").And.EndsWith(instead));
    }

    [TestCase("""{"Type":"Pass","Output":{"a":1},"Assign":{"b":[true]},"Next":"B"}""")]
    [TestCase("""{"Type":"Task","Resource":"f","Arguments":["x"],"TimeoutSeconds":5,"Credentials":{"RoleArn":"r"},"Next":"B"}""")]
    [TestCase("""{"Type":"Choice","Choices":[{"Condition":false,"Output":1,"Assign":{"a":1},"Next":"B"}],"Default":"B","Output":2}""")]
    [TestCase("""{"Type":"Map","Items":[1,2],"MaxConcurrency":1,"ItemSelector":{"a":1},"ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Succeed"}}},"Next":"B"}""")]
    [TestCase("""{"Type":"Task","Resource":"f","Catch":[{"ErrorEquals":["E"],"Output":{"e":1},"Assign":{"f":1},"Next":"B"}],"Next":"B"}""")]
    [TestCase("""{"Type":"Wait","Timestamp":"2026-01-01T00:00:00Z","Output":1,"Next":"B"}""")]
    [TestCase("""{"Type":"Pass","Output":" {% not an expression %} ","Next":"B"}""")]
    [TestCase("""{"Type":"Fail","Error":"E","Cause":"C"}""")]
    public void Parse_FieldsOfJsonata_AreRead(string state)
    {
        Assert.That(Read(state), Is.Empty);
    }
}
