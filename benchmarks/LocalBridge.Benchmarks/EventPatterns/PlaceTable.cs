using System.Globalization;
using LocalBridge.EventPatterns;

namespace LocalBridge.Benchmarks.EventPatterns;

/// <summary>Prints what it does to the speed where in the event the needed field stands, so that stopping early does not flatter.</summary>
internal static class PlaceTable
{
    private const EventGuarantees Unique = EventGuarantees.WellFormed | EventGuarantees.UniquePaths;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(0.5);

    private static readonly (string Place, string Pattern)[] Places =
    [
        ("early (`properties.MAPBLKLOT`)", """{"properties":{"MAPBLKLOT":["VALUE"]}}"""),
        ("last of the event (`geometry.firstCoordinates.z`)", """{"geometry":{"firstCoordinates":{"z":["VALUE"]}}}"""),
        ("missing, in an object that is there (`properties.OWNER`)", """{"properties":{"OWNER":["VALUE"]}}"""),
        ("missing, in an array of objects (`geometry.coordinates.w`)", """{"geometry":{"coordinates":{"w":["VALUE"]}}}"""),
        ("missing, at the top (`owner`)", """{"owner":["VALUE"]}"""),
    ];

    public static void Print(CityLots lots)
    {
        double yardstick = Stopwatches.Fastest(CityLotsTable.ReadTokens, lots.Events, Budget);
        Console.WriteLine("| five exact rules on a field that is | keys known unique | x | well-formed, keys may repeat | x |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach ((string place, string pattern) in Places)
        {
            EventPatternMatcher<int> matcher = CityLotsTable.Build(
                new RuleSet(place, [.. Enumerable.Range(0, 5).Select(index => pattern.Replace("VALUE", $"143002{index}", StringComparison.Ordinal))], null));
            Console.Write($"| {place} ");
            foreach (EventGuarantees guarantees in new[] { Unique, EventGuarantees.WellFormed })
            {
                double speed = Stopwatches.Fastest(events => CityLotsTable.Match(matcher, events, guarantees), lots.Events, Budget);
                Console.Write(string.Create(CultureInfo.InvariantCulture, $"| {speed:N0} | {speed / yardstick:F2} "));
            }

            Console.WriteLine("|");
        }
    }
}
