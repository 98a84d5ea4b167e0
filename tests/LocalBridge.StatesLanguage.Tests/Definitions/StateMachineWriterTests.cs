using System.Buffers;
using System.Text;
using CsCheck;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Definitions;

internal sealed class StateMachineWriterTests
{
    private const string Machine = """{"Comment":"c","Version":"1.0","TimeoutSeconds":60,"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""";

    [Test]
    public void ToJson_FieldsOfMachine_AreWritten()
    {
        Assert.That(StateMachineDefinition.Parse(Machine).ToJson(), Is.EqualTo(Machine));
    }

    [Test]
    public void ToJson_HostileNames_AreEscaped()
    {
        const string json = """{"StartAt":"a\"\\\n/~\u0001","States":{"a\"\\\n/~\u0001":{"Type":"Succeed"}}}""";

        Assert.That(StateMachineDefinition.Parse(json).ToJson(), Is.EqualTo(json));
    }

    [Test]
    public void ToIndentedJson_Machine_HasALineForEachField()
    {
        Assert.That(
            StateMachineDefinition.Parse("""{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""").ToIndentedJson(),
            Is.EqualTo("""
                {
                  "StartAt": "A",
                  "States": {
                    "A": {
                      "Type": "Succeed"
                    }
                  }
                }
                """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void WriteTo_Utf8_IsTheTextOfToJson()
    {
        var definition = StateMachineDefinition.Parse(Machine);
        var buffer = new ArrayBufferWriter<byte>();

        definition.WriteTo(buffer);

        Assert.That(Encoding.UTF8.GetString(buffer.WrittenSpan), Is.EqualTo(definition.ToJson()));
        Assert.That(definition.ToUtf8(), Is.EqualTo(buffer.WrittenSpan.ToArray()));
    }

    [Test]
    public void Equals_OtherLayoutAndStatedDefaults_AreEqual()
    {
        var left = StateMachineDefinition.Parse("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""");
        var right = StateMachineDefinition.Parse("""{ "States": {"A": {"End": true, "Type": "Pass", "ResultPath": "$" } }, "StartAt": "A" }""");

        Assert.That(left, Is.EqualTo(right));
        Assert.That(left.GetHashCode(), Is.EqualTo(right.GetHashCode()));
    }

    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","Result":2,"End":true}}}""")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","Result":1,"ResultPath":null,"End":true}}}""")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","Result":1,"Comment":"x","End":true}}}""")]
    [TestCase("""{"StartAt":"A","TimeoutSeconds":1,"States":{"A":{"Type":"Pass","Result":1,"End":true}}}""")]
    public void Equals_OtherContent_IsNotEqual(string other)
    {
        var definition = StateMachineDefinition.Parse("""{"StartAt":"A","States":{"A":{"Type":"Pass","Result":1,"End":true}}}""");

        Assert.That(definition, Is.Not.EqualTo(StateMachineDefinition.Parse(other)));
        Assert.That(definition, Is.Not.EqualTo(null));
    }

    [Test]
    public void ToJson_GeneratedDefinition_ReadsBackEqual()
    {
        DefinitionGenerator.Definitions.Sample(
            static json =>
            {
                var definition = StateMachineDefinition.Parse(json);
                return StateMachineDefinition.Parse(definition.ToJson()).Equals(definition);
            },
            seed: "0N0XIzNsQ0O2",
            iter: 500,
            threads: 1);
    }
}
