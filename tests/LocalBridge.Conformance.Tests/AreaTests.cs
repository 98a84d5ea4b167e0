using System.Collections.Immutable;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Running;

namespace LocalBridge.Conformance.Tests;

/// <summary>Runs every area of the conformance data through the same code as the program, one test for each.</summary>
[TestFixture]
internal sealed class AreaTests
{
    private const string NoData = "(no conformance data)";
    private const int ShownFailures = 10;

    private static readonly Lazy<ImmutableArray<CaseArea>> Areas = new(ReadAreas);

    private static IEnumerable<string> AreaNames => Areas.Value.IsEmpty ? [NoData] : Areas.Value.Select(static area => area.FullName);

    [TestCaseSource(nameof(AreaNames))]
    public async Task Area_EveryCase_PassesAsFarAsItHasCome(string name)
    {
        CaseArea area = Find(name);
        bool isComplete = CompleteAreas.Names.Contains(name);
        AreaFloor floor = CompleteAreas.Floors.GetValueOrDefault(name) is { } known && known.Total == area.Cases.Length
            ? known
            : new AreaFloor(0, area.Cases.Length);
        int wanted = isComplete ? area.Cases.Length : floor.Passed;

        AreaResult result = (await CaseRunners.CreateRunner().RunAsync([area]))[0];

        Assert.That(result.Passed, Is.GreaterThanOrEqualTo(wanted), () => Describe(result));
    }

    [Test]
    public void CompleteAreas_NamedAreas_Exist()
    {
        Find(AreaNames.First());

        Assert.That(CompleteAreas.Names.Concat(CompleteAreas.Floors.Keys), Is.SubsetOf(AreaNames));
    }

    private static CaseArea Find(string name)
    {
        if (name == NoData)
        {
            Assert.Ignore("There is no conformance data: set LOCALBRIDGE_CONFORMANCE, or put it at ../shared/conformance beside the repository.");
        }

        return Areas.Value.Single(area => area.FullName == name);
    }

    private static ImmutableArray<CaseArea> ReadAreas() =>
        ConformanceDirectory.FindDefault() is { } path ? ConformanceDirectory.Read(path).Areas : [];

    private static string Describe(AreaResult result)
    {
        IEnumerable<string> failures = result.Failures.Take(ShownFailures).Select(static failure => $"  {failure.Id}: {failure.Reason}");
        return $"{result.Area.FullName} {result.Passed}/{result.Total}; failed are, among others:{Environment.NewLine}{string.Join(Environment.NewLine, failures)}";
    }
}
