using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Definitions;

/// <summary>Writes every definition of the corpora that can be read.</summary>
internal sealed class StateMachineWriterCorpusTests
{
    [TestCase("cases", 490)]
    [TestCase("definitions-wild.jsonl", 100)]
    [TestCase("lint.jsonl", 50)]
    [TestCase("validation.jsonl", 4)]
    public void ToJson_DefinitionsOfCorpus_LoseNothing(string corpus, int atLeast)
    {
        Assume.That(ConformanceData.Folder, Is.Not.Null, "The conformance data is not there.");

        (int count, List<string> faults) = WriteAll(corpus);

        Assert.That(faults, Is.Empty);
        Assert.That(count, Is.AtLeast(atLeast));
    }

    private static (int Count, List<string> Faults) WriteAll(string corpus)
    {
        int count = 0;
        var faults = new List<string>();
        foreach ((string id, JsonValue source) in ConformanceData.Definitions(corpus))
        {
            if (!StateMachineDefinition.TryParse(source.ToJson(), out StateMachineDefinition? definition, out _))
            {
                continue;
            }

            count++;
            var written = JsonValue.Parse(definition.ToJson());
            var readBack = StateMachineDefinition.Parse(definition.ToIndentedJson());
            if (!readBack.Equals(definition))
            {
                faults.Add($"{id} is not equal after reading back");
            }

            JsonValue expected = DefinitionNormalizer.Normalize(source);
            if (written != expected)
            {
                faults.Add($"{id}\n  expected {expected.ToJson()}\n  written  {written.ToJson()}");
            }
        }

        return (count, faults);
    }
}
