using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Tests.Definitions;

internal sealed class StateMachineReaderTests
{
    private static ImmutableArray<Diagnostic> Read(string json)
    {
        _ = StateMachineDefinition.TryParse(json, out _, out ImmutableArray<Diagnostic> diagnostics);
        return diagnostics;
    }

    [TestCase(" ", "SCHEMA_VALIDATION_FAILED", "/", "Definition must be a valid JSON object")]
    [TestCase("[]", "SCHEMA_VALIDATION_FAILED", "/", "Definition must be a valid JSON object")]
    [TestCase("{}", "SCHEMA_VALIDATION_FAILED", "/", "These fields are required: [States, StartAt]")]
    [TestCase("""{"States":{"A":{"Type":"Succeed"}}}""", "SCHEMA_VALIDATION_FAILED", "/", "These fields are required: [StartAt]")]
    [TestCase("""{"StartAt":"B","States":{"A":{"Type":"Succeed"}}}""", "MISSING_TRANSITION_TARGET", "/StartAt", "Missing 'StartAt' target: B")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"X"}}}""", "MISSING_TRANSITION_TARGET", "/States/A/Next", "Missing 'Next' target: X")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass"}}}""", "SCHEMA_VALIDATION_FAILED", "/States/A", "These fields are required: [End]")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Nxt":"B"}}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Nxt", "Field is not supported")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":"yes"}}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/End", "Expected value of type Boolean")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Succeed"},"B":{"Type":"Succeed"}}}""", "MISSING_TRANSITION_TARGET", "/States/B", "State \"B\" is not reachable.")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","InputPath":"$.[","End":true}}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/InputPath", "Value is not a valid JSONPath")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","ResultPath":"$.a[*]","End":true}}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/ResultPath", "Value is not a Reference Path")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"x.$":"nonsense"},"End":true}}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Parameters", "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Wait","Timestamp":"2016-12-05 21:29:29Z","End":true}}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Timestamp", "String does not match RFC3339 timestamp")]
    [TestCase("""{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","QueryLanguage":"JSONPath","End":true}}}""", "SCHEMA_VALIDATION_FAILED", "/States/A", "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"f","Credentials":{},"End":true}}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Credentials", "The field 'RoleArn' is required but was missing")]
    public void Parse_FaultyDefinition_SaysWhatIsWrongAndWhere(string json, string code, string location, string message)
    {
        Diagnostic diagnostic = Read(json).Single();

        Assert.That((diagnostic.Code, diagnostic.Location, diagnostic.Message), Is.EqualTo((code, location, message)));
    }

    [Test]
    public void Parse_SeveralFaults_ReportsAllWithLineAndColumn()
    {
        ImmutableArray<Diagnostic> diagnostics = Read(
            """
            {
              "StartAt": "Chrage",
              "States": {
                "Charge": { "Type": "Pass", "Next": "Shp" },
                "Ship": { "Type": "Suceed" }
              }
            }
            """);

        Assert.That(diagnostics.Select(static x => (x.Line, x.Column, x.Hint)), Is.EquivalentTo(new[]
        {
            (2, 14, "Did you mean 'Charge'?"),
            (4, 41, "Did you mean 'Ship'?"),
            (5, 23, "Did you mean 'Succeed'?"),
        }));
    }

    [Test]
    public void Parse_SameStateNameInBranch_ReportsDuplicate()
    {
        Diagnostic diagnostic = Read(
            """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"P","States":{"P":{"Type":"Succeed"}}}]}}}
            """).Single();

        Assert.That(diagnostic.Code, Is.EqualTo("DUPLICATE_STATE_NAME"));
    }

    [Test]
    public void Parse_BrokenJson_ThrowsWithPosition()
    {
        DefinitionException exception = Assert.Throws<DefinitionException>(static () => StateMachineDefinition.Parse("""{"StartAt": }"""))!;

        Assert.That(exception.Diagnostics.Single().Code, Is.EqualTo("INVALID_JSON_DESCRIPTION"));
    }
}
