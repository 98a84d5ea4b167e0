using System.Collections.Immutable;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Choices;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Definitions;

internal sealed class StateMachineBuilderTests
{
    [Test]
    public void Build_EveryFieldOfJsonPath_IsTheDefinitionOfTheText()
    {
        Assert.That(JsonValue.Parse(EverythingMachines.BuildJsonPath().ToJson()), Is.EqualTo(JsonValue.Parse(EverythingMachines.JsonPath)));
        Assert.That(EverythingMachines.BuildJsonPath().Build(), Is.EqualTo(StateMachineDefinition.Parse(EverythingMachines.JsonPath)));
    }

    [Test]
    public void Build_EveryFieldOfJsonata_IsTheDefinitionOfTheText()
    {
        Assert.That(JsonValue.Parse(EverythingMachines.BuildJsonata().ToJson()), Is.EqualTo(JsonValue.Parse(EverythingMachines.Jsonata)));
        Assert.That(EverythingMachines.BuildJsonata().Build(), Is.EqualTo(StateMachineDefinition.Parse(EverythingMachines.Jsonata)));
    }

    [TestCase(EverythingMachines.JsonPath)]
    [TestCase(EverythingMachines.Jsonata)]
    public void Parse_EveryField_ComesBackFromTheWriterUnchanged(string json)
    {
        var definition = StateMachineDefinition.Parse(json);

        Assert.That(JsonValue.Parse(definition.ToJson()), Is.EqualTo(DefinitionNormalizer.Normalize(JsonValue.Parse(json))));
    }

    [Test]
    public void Build_FaultyMachine_TellsAllFaultsLikeTheReaderOfTheSameText()
    {
        StateMachineBuilder builder = new StateMachineBuilder()
            .Pass("A", state => state.Next("Chioce").InputPath("$.["))
            .Task("B", string.Empty, task => task.TimeoutSeconds(0))
            .Choice("Choice", static _ => { })
            .Pass("A", state => state.Next("B").End());
        _ = StateMachineDefinition.TryParse(builder.ToJson(), out _, out ImmutableArray<Diagnostic> expected);

        DefinitionException exception = Assert.Throws<DefinitionException>(() => builder.Build())!;

        Assert.That(exception.Diagnostics, Is.EqualTo(expected));
        Assert.That(exception.Diagnostics.Select(static x => x.Location), Has.Some.EqualTo("/States/B/Resource").And.Some.EqualTo("/States/A"));
    }

    [Test]
    public void Build_NothingAdded_TellsThatStatesAreMissing()
    {
        Assert.That(static () => new StateMachineBuilder().Build(), Throws.TypeOf<DefinitionException>());
    }

    [Test]
    public void Add_AfterBuild_Throws()
    {
        StateMachineBuilder builder = new StateMachineBuilder().Succeed("A");
        builder.Build();

        Assert.That(() => builder.Comment("late"), Throws.InvalidOperationException);
        Assert.That(() => builder.Succeed("B"), Throws.InvalidOperationException);
        Assert.That(builder.Build(), Is.EqualTo(StateMachineDefinition.Parse("""{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""")));
    }

    [Test]
    public void Build_ForExpress_IsReadAsExpress()
    {
        StateMachineBuilder builder = new StateMachineBuilder().Task("A", "arn:aws:states:us-east-1:111111111111:activity:a", task => task.End());

        Assert.That(() => builder.Build(new DefinitionOptions { IsExpress = true }), Throws.TypeOf<DefinitionException>());
        Assert.That(() => builder.Build(), Throws.Nothing);
    }

    [Test]
    public void Variable_EveryComparison_IsOneOfTheLanguage()
    {
        IEnumerable<string> methods = typeof(ConditionVariable).GetMethods().Where(static method => method.ReturnType == typeof(Condition)).Select(static method => method.Name);

        IEnumerable<string> operators = ComparisonOperator.Names.SelectMany(static name => Variants(name));

        Assert.That(methods, Is.EquivalentTo(operators));
    }

    private static IEnumerable<string> Variants(string name)
    {
        yield return name;
        if (ComparisonOperator.TryFind(name + "Path", out _, out bool isPath) && isPath)
        {
            yield return name + "Path";
        }
    }
}
