using System.Globalization;
using System.Text.Json;
using LocalBridge.EventPatterns;

namespace LocalBridge.Benchmarks.EventPatterns;

/// <summary>Prints the table of the rule sets: thousand events a second for each kind of knowledge about the events, beside reading the tokens alone.</summary>
internal static class CityLotsTable
{
    private const EventGuarantees Unique = EventGuarantees.WellFormed | EventGuarantees.UniquePaths;

    private static readonly EventGuarantees[] Guarantees = [Unique, EventGuarantees.WellFormed, EventGuarantees.None];

    public static void Print(CityLots lots)
    {
        var sweeps = new Sweeps(lots.Events);
        PortionTimes yardstick = sweeps.Add(ReadTokens);
        var rows = new List<(RuleSet Set, EventPatternMatcher<int> Matcher, PortionTimes[] Times)>();
        foreach (RuleSet set in lots.Sets)
        {
            EventPatternMatcher<int> matcher = Build(set);
            rows.Add((set, matcher, Array.ConvertAll(Guarantees, guarantees => sweeps.Add(events => Match(matcher, events, guarantees)))));
        }

        sweeps.Measure();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{lots.Events.Length} events, {lots.TotalBytes / lots.Events.Length} bytes on average: {lots.Origin}. Yardstick: Utf8JsonReader to the end, {yardstick.Speed:N0} k events/s ({lots.TotalBytes * yardstick.Speed / lots.Events.Length / 1000:N0} MB/s)."));
        Console.WriteLine();
        Console.WriteLine("| set | keys known unique | x | well-formed, keys may repeat | x | nothing known (checked) | x | counts |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---|");
        foreach ((RuleSet set, EventPatternMatcher<int> matcher, PortionTimes[] times) in rows)
        {
            string counts = set.Expected is null ? "not known" : Array.TrueForAll(Guarantees, guarantees => Count(matcher, lots.Events, guarantees, set)) ? "exact" : "WRONG";
            Console.Write($"| {set.Name} ");
            foreach (PortionTimes time in times)
                Console.Write(string.Create(CultureInfo.InvariantCulture, $"| {time.Speed:N0} | {time.Speed / yardstick.Speed:F2} "));
            Console.WriteLine($"| {counts} |");
        }
    }

    public static EventPatternMatcher<int> Build(RuleSet set) => EventPatternMatcher.CreateRange(
        set.Patterns.Select((pattern, index) => new KeyValuePair<int, EventPattern>(index, EventPattern.Parse(pattern, EventPatternOptions.Unlimited))));

    /// <summary>Matches every event and counts the matches.</summary>
    public static long Match(EventPatternMatcher<int> matcher, ArraySegment<byte[]> events, EventGuarantees guarantees)
    {
        Span<int> matches = stackalloc int[64];
        long total = 0;
        foreach (byte[] line in events)
            total += matcher.Match(line, guarantees, matches);
        return total;
    }

    public static void ReadTokens(ArraySegment<byte[]> events)
    {
        foreach (byte[] line in events)
        {
            var reader = new Utf8JsonReader(line);
            while (reader.Read())
            {
            }
        }
    }

    private static bool Count(EventPatternMatcher<int> matcher, byte[][] events, EventGuarantees guarantees, RuleSet set)
    {
        int[] counts = new int[set.Patterns.Length];
        var matches = new List<int>();
        foreach (byte[] line in events)
        {
            matches.Clear();
            matcher.Match(line, guarantees, matches);
            foreach (int rule in matches)
                counts[rule]++;
        }

        return counts.AsSpan().SequenceEqual(set.Expected);
    }
}
