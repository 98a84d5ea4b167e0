using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Tests.Definitions;

/// <summary>Whatever the text, the reader answers with diagnostics and never with another exception.</summary>
internal sealed class HostileDefinitionTests
{
    private static readonly string[] Texts =
    [
        Repeat("[", 5_000),
        Pass("Result", Repeat("[", 990) + Repeat("]", 990)),
        Pass("Result", Repeat("{\"a\":", 2_000) + "1" + Repeat("}", 2_000)),
        Pass("Output", "\"{% " + Repeat("(", 20_000) + " %}\"", "JSONata"),
        Pass("Output", "\"{% " + Repeat("-", 20_000) + "1 %}\"", "JSONata"),
        """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Output":"{%%}"}}}""",
        """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Output":"{%}"}}}""",
        """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Parameters":{"a.$":"States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array())))))))))))"}}}}""",
        """{"StartAt":null,"States":[]}""",
        """{"StartAt":"A","States":{"A":null,"":{},"B":{"Type":7}}}""",
        """{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[null,{"And":[]},{"Not":{}},{"Variable":3,"Next":{}}],"Default":1}}}""",
        "{\"StartAt\":\"\\ud800\",\"States\":{\"\\ud800\":{\"Type\":\"Succeed\"}}}",
    ];

    [TestCaseSource(nameof(Texts))]
    public void Validate_HostileText_AnswersWithDiagnostics(string text)
    {
        DefinitionValidation validation = StateMachineDefinition.Validate(text, minimumSeverity: DiagnosticSeverity.Warning);

        Assert.That(validation.IsValid, Is.EqualTo(validation.Diagnostics.All(static x => x.Severity != DiagnosticSeverity.Error)));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Pass(string field, string value, string language = "JSONPath") =>
        """{"QueryLanguage":"LANGUAGE","StartAt":"A","States":{"A":{"Type":"Pass","End":true,"FIELD":VALUE}}}"""
            .Replace("LANGUAGE", language, StringComparison.Ordinal)
            .Replace("FIELD", field, StringComparison.Ordinal)
            .Replace("VALUE", value, StringComparison.Ordinal);
}
