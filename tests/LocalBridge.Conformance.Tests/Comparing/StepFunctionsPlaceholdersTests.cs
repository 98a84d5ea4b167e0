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
}
