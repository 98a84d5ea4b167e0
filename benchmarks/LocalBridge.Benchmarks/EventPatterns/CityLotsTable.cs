using System.Globalization;
using System.Text.Json;
using LocalBridge.EventPatterns;

namespace LocalBridge.Benchmarks.EventPatterns;

/// <summary>Prints the table of the rule sets: thousand events a second for each kind of knowledge about the events, beside reading the tokens alone.</summary>
internal static class CityLotsTable
{
    private const EventGuarantees Unique = EventGuarantees.WellFormed | EventGuarantees.UniquePaths;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(0.6);

    public static void Print(CityLots lots)
    {
        double yardstick = Stopwatches.Fastest(ReadTokens, lots.Events, Budget);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{lots.Events.Length} events, {lots.TotalBytes / lots.Events.Length} bytes on average: {lots.Origin}. Yardstick: Utf8JsonReader to the end, {yardstick:N0} k events/s ({lots.TotalBytes * yardstick / lots.Events.Length / 1000:N0} MB/s)."));
        Console.WriteLine();
        Console.WriteLine("| set | keys known unique | x | well-formed, keys may repeat | x | nothing known (checked) | x | counts |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---|");
        foreach (RuleSet set in lots.Sets)
        {
            EventPatternMatcher<int> matcher = Build(set);
            string counts = set.Expected is null ? "not known" : Count(matcher, lots.Events, Unique, set) && Count(matcher, lots.Events, EventGuarantees.WellFormed, set) && Count(matcher, lots.Events, EventGuarantees.None, set) ? "exact" : "WRONG";
            Console.Write($"| {set.Name} ");
            foreach (EventGuarantees guarantees in new[] { Unique, EventGuarantees.WellFormed, EventGuarantees.None })
            {
                double speed = Stopwatches.Fastest(events => Match(matcher, events, guarantees), lots.Events, Budget);
                Console.Write(string.Create(CultureInfo.InvariantCulture, $"| {speed:N0} | {speed / yardstick:F2} "));
            }

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
