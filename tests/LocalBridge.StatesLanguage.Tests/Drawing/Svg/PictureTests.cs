using CsCheck;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Drawing;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Drawing.Svg;

internal sealed class PictureTests
{
    [TestCase(DrawingDirection.TopToBottom)]
    [TestCase(DrawingDirection.LeftToRight)]
    public void Layout_GeneratedDefinitions_NothingLiesOnAnythingElse(DrawingDirection direction)
    {
        DefinitionGenerator.Definitions.Sample(
            json => Assert.That(PictureChecker.Check(StateMachineDefinition.Parse(json), direction), Is.Empty, json),
            seed: "0N0XIzNsQ0O2",
            iter: 100,
            threads: 1);
    }

    [TestCase(DrawingDirection.TopToBottom)]
    [TestCase(DrawingDirection.LeftToRight)]
    public void Layout_TangledDefinitions_NothingLiesOnAnythingElse(DrawingDirection direction)
    {
        TangleGenerator.Definitions.Sample(
            json => Assert.That(PictureChecker.Check(StateMachineDefinition.Parse(json), direction), Is.Empty, json),
            seed: "0N0XIzNsQ0O2",
            iter: 100,
            threads: 1);
    }

    [TestCase("definitions-wild.jsonl", DrawingDirection.TopToBottom)]
    [TestCase("definitions-wild.jsonl", DrawingDirection.LeftToRight)]
    [TestCase("cases", DrawingDirection.TopToBottom)]
    public void Layout_DefinitionsOfCorpus_NothingLiesOnAnythingElse(string corpus, DrawingDirection direction)
    {
        Assume.That(ConformanceData.Folder, Is.Not.Null, "The conformance data is not there.");

        IEnumerable<string> faults = ConformanceData.Definitions(corpus).SelectMany(entry => Check(entry, direction));

        Assert.That(faults, Is.Empty);
    }

    private static IEnumerable<string> Check((string Id, JsonValue Definition) entry, DrawingDirection direction) =>
        StateMachineDefinition.TryParse(entry.Definition.ToJson(), out StateMachineDefinition? definition, out _)
            ? PictureChecker.Check(definition, direction).Select(fault => $"{entry.Id}: {fault}")
            : [];
}
