using System.Globalization;
using LocalBridge.EventPatterns;

namespace LocalBridge.Benchmarks.EventPatterns;

/// <summary>Prints what it does to the speed where in the event the needed field stands, so that stopping early does not flatter.</summary>
internal static class PlaceTable
{
    private const EventGuarantees Unique = EventGuarantees.WellFormed | EventGuarantees.UniquePaths;

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
        var sweeps = new Sweeps(lots.Events);
        PortionTimes yardstick = sweeps.Add(CityLotsTable.ReadTokens);
        var rows = new List<(string Place, PortionTimes Unique, PortionTimes WellFormed)>();
        foreach ((string place, string pattern) in Places)
        {
            EventPatternMatcher<int> matcher = CityLotsTable.Build(
                new RuleSet(place, [.. Enumerable.Range(0, 5).Select(index => pattern.Replace("VALUE", $"143002{index}", StringComparison.Ordinal))], null));
            rows.Add((
                place,
                sweeps.Add(events => CityLotsTable.Match(matcher, events, Unique)),
                sweeps.Add(events => CityLotsTable.Match(matcher, events, EventGuarantees.WellFormed))));
        }

        sweeps.Measure();
        Console.WriteLine("| five exact rules on a field that is | keys known unique | x | well-formed, keys may repeat | x |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach ((string place, PortionTimes unique, PortionTimes wellFormed) in rows)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {place} | {unique.Speed:N0} | {unique.Speed / yardstick.Speed:F2} | {wellFormed.Speed:N0} | {wellFormed.Speed / yardstick.Speed:F2} |"));
    }
}
