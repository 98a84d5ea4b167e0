using LocalBridge.Conformance.Tests.Support;

namespace LocalBridge.Conformance.Tests;

[TestFixture]
internal sealed class ConformanceProgramTests
{
    [Test]
    public async Task RunAsync_MissingDirectory_SaysSo()
    {
        var errors = new StringWriter();

        int exitCode = await ConformanceProgram.RunAsync(["/no/such/directory"], TextWriter.Null, errors);

        Assert.That((exitCode, errors.ToString()), Is.EqualTo((2, $"error: The conformance directory '/no/such/directory' does not exist.{Environment.NewLine}")));
    }

    [Test]
    public async Task RunAsync_UnreadableLine_CountsAsFailedWithItsPlace()
    {
        using var folder = new TemporaryFolder();
        folder.Write("event-patterns/further.jsonl", "{\"id\":\n");
        var output = new StringWriter();

        int exitCode = await ConformanceProgram.RunAsync([folder.Path, "--area", "further", "--failures", "1"], output, TextWriter.Null);

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(output.ToString(), Does.StartWith($"event-patterns/further 0/1{Environment.NewLine}"));
            Assert.That(output.ToString(), Does.Contain("further.jsonl:1").And.Contain("the case cannot be read"));
            Assert.That(output.ToString(), Does.EndWith($"total 0/1{Environment.NewLine}"));
        });
    }

    [Test]
    public async Task RunAsync_CorpusMissing_IsAnError()
    {
        using var folder = new TemporaryFolder();
        folder.Write("jsonpath/empty.jsonl", "\n");
        var errors = new StringWriter();

        int exitCode = await ConformanceProgram.RunAsync([folder.Path], TextWriter.Null, errors);

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(2));
            Assert.That(errors.ToString(), Does.Contain("The corpus 'step-functions' is missing").And.Contain("The corpus 'jsonpath'").And.Contain("holds no cases"));
        });
    }

    [Test]
    public async Task RunAsync_UnknownArea_NamesThoseThatExist()
    {
        using var folder = new TemporaryFolder();
        folder.Write("jsonpath/further.jsonl", "{}\n");
        var errors = new StringWriter();

        int exitCode = await ConformanceProgram.RunAsync([folder.Path, "--area", "nothing"], TextWriter.Null, errors);

        Assert.That((exitCode, errors.ToString()), Is.EqualTo((2, $"error: There is no area 'nothing'; there are: jsonpath/further.{Environment.NewLine}")));
    }

    [Test]
    public async Task RunAsync_Json_HasThePromisedShape()
    {
        using var folder = new TemporaryFolder();
        folder.Write("jsonata/further.jsonl", """{"id":"a/1","expr":"1","expect":{"result":1},"unknownMember":true}""");
        string file = Path.Combine(folder.Path, "report.json");

        await ConformanceProgram.RunAsync([folder.Path, "--area", "jsonata", "--json", file], TextWriter.Null, TextWriter.Null);

        Assert.That(
            Example.Of(await File.ReadAllTextAsync(file)).GetProperty("areas")[0].EnumerateObject().Select(static member => member.Name),
            Is.EqualTo((string[])["corpus", "area", "passed", "total", "failures"]));
    }
}
