namespace LocalBridge.Conformance.Tests;

[TestFixture]
internal sealed class CommandLineTests
{
    [Test]
    public void Parse_AllOptions_ReadsThem()
    {
        var commandLine = CommandLine.Parse(["dir", "--area", "core", "--failures", "3", "--json", "out.json"]);

        Assert.That(commandLine, Is.EqualTo(new CommandLine("dir", "core", 3, "out.json")));
    }

    [Test]
    public void Parse_Nothing_RunsEverything() =>
        Assert.That(CommandLine.Parse([]), Is.EqualTo(new CommandLine(null, null, 0, null)));

    [TestCase("--unknown")]
    [TestCase("--area")]
    [TestCase("--failures", "x")]
    [TestCase("--failures", "-1")]
    [TestCase("one", "two")]
    public void Parse_WrongArguments_SaysWhichOne(params string[] arguments) =>
        Assert.That(() => CommandLine.Parse(arguments), Throws.TypeOf<FormatException>());
}
