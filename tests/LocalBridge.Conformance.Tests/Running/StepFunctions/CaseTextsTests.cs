using LocalBridge.Conformance.Running.StepFunctions.Scenarios;
using LocalBridge.Conformance.Tests.Support;

namespace LocalBridge.Conformance.Tests.Running.StepFunctions;

[TestFixture]
internal sealed class CaseTextsTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 28, 23, 59, 58, 999, TimeSpan.Zero);

    [TestCase("{{now+1d}}", ExpectedResult = "2026-03-01T23:59:58.000Z")]
    [TestCase("{{now-1d}}", ExpectedResult = "2026-02-27T23:59:58.000Z")]
    [TestCase("\"{{now+0d}}\" {{other}}", ExpectedResult = "\"2026-02-28T23:59:58.000Z\" {{other}}")]
    public string FillDates_Marker_BecomesATime(string text) => CaseTexts.FillDates(text, Now);

    [Test]
    public void PutLiteral_Pointers_NameEveryPlace()
    {
        string definition = CaseTexts.PutLiteral(
            Example.Of("""{"a/b":[{"x":"__LITERAL__"}],"y":"__LITERAL__"}"""), Example.Of("""["/a~1b/0/x","/y"]"""), Example.Of("1.50"));

        Assert.That(definition, Is.EqualTo("""{"a/b":[{"x":1.50}],"y":1.50}"""));
    }
}
