using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Tests.Support;

namespace LocalBridge.Conformance.Tests.Comparing;

[TestFixture]
internal sealed class StepFunctionsPlaceholdersTests
{
    [TestCase("\"<stop-date>\"", ExpectedResult = true)]
    [TestCase("\"<uuid:1>\"", ExpectedResult = false)]
    [TestCase("\"at <stop-date>\"", ExpectedResult = false)]
    public bool AreEqual_Null_FitsOnlyAWholeDate(string expected) =>
        new JsonComparer(ComparisonRules.StepFunctions, new PlaceholderScope()).AreEqual(Example.Of(expected), Example.Of("null"));

    [TestCase("map_run_arn", ExpectedResult = true)]
    [TestCase("MapRunArnPart1_0idx", ExpectedResult = false)]
    public bool AreEqual_TwoMapRuns_MayShareTheOnePlaceholderOfTheirArns(string name) =>
        new JsonComparer(ComparisonRules.StepFunctions, new PlaceholderScope())
            .AreEqual(Example.Of($"""["<{name}>","<{name}>"]"""), Example.Of("""["mapRun:m/a:1","mapRun:m/a:2"]"""));
}
