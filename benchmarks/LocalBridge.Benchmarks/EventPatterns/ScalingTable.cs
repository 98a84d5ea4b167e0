using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LocalBridge.EventPatterns;

namespace LocalBridge.Benchmarks.EventPatterns;

/// <summary>Prints what the number of rules does to the speed, the memory and the time of a change.</summary>
internal static class ScalingTable
{
    private const EventGuarantees Unique = EventGuarantees.WellFormed | EventGuarantees.UniquePaths;

    private const int Changes = 100;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(0.5);

    private static readonly int[] Counts = [1, 10, 100, 1_000, 10_000, 100_000];

    public static void Print(CityLots lots)
    {
        string[] values = [.. lots.Events.Select(ReadLot).Distinct()];
        Console.WriteLine("k events/s, keys known unique (in brackets: of the speed with one rule; bytes a rule; one rule added or removed).");
        Console.WriteLine();
        Console.WriteLine("| rules | exact | exact + 2 constant fields | prefix | numeric range | wildcard `*ab*cd` | anything-but, all matching |");
        Console.WriteLine("|---:|---|---|---|---|---|---|");
        (Func<int, string> Pattern, int Most)[] columns =
        [
            (index => Field($"\"{Value(values, index)}\""), 100_000),
            (index => $"{{\"type\":[\"Feature\"],\"properties\":{{\"MAPBLKLOT\":[\"{Value(values, index)}\"],\"ODD_EVEN\":[\"E\",\"O\"]}}}}", 100_000),
            (index => Field($"{{\"prefix\":\"{index * 7 % 1_000_003:D6}\"}}"), 100_000),
            (Range, 100_000),
            (index => Field($"{{\"wildcard\":\"*{index / 100:D2}*{((index % 100) + (index / 100 * 13)) * 37 % 100:D2}\"}}"), 10_000),
            (index => Field($"{{\"anything-but\":\"none-{index}\"}}"), 1_000),
        ];
        double[] first = new double[columns.Length];
        foreach (int count in Counts)
        {
            Console.Write(string.Create(CultureInfo.InvariantCulture, $"| {count:N0} "));
            for (int column = 0; column < columns.Length; column++)
                Console.Write(count > columns[column].Most ? "| " : $"| {Measure(lots, columns[column].Pattern, count, ref first[column])} ");
            Console.WriteLine("|");
        }
    }

    private static string Field(string alternative) => $"{{\"properties\":{{\"MAPBLKLOT\":[{alternative}]}}}}";

    private static string Range(int index)
    {
        const double Width = 1e-6;
        double lower = Math.Round(-122.5 + (index * Width * 1.5), 7);
        return string.Create(CultureInfo.InvariantCulture, $"{{\"geometry\":{{\"firstCoordinates\":{{\"x\":[{{\"numeric\":[\">=\",{lower},\"<\",{Math.Round(lower + Width, 7)}]}}]}}}}}}");
    }

    /// <summary>The values of the events, and when these are used up others of the same shape.</summary>
    private static string Value(string[] values, int index) =>
        index < values.Length ? values[index] : (9_000_000 + index).ToString(CultureInfo.InvariantCulture);

    private static string Measure(CityLots lots, Func<int, string> pattern, int count, ref double first)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        EventPatternMatcher<int> matcher = Build(pattern, count);
        double bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count;
        double speed = Stopwatches.Fastest(events => CityLotsTable.Match(matcher, events, Unique), lots.Events, Budget);
        first = count == 1 ? speed : first;
        string text = string.Create(CultureInfo.InvariantCulture, $"{speed:N0} ({speed / first:F2}x; {bytes:N0} B; {Change(matcher, pattern, count):N0} us)");
        GC.KeepAlive(matcher);
        return text;
    }

    private static EventPatternMatcher<int> Build(Func<int, string> pattern, int count) => EventPatternMatcher.CreateRange(
        Enumerable.Range(0, count).Select(index => KeyValuePair.Create(index, EventPattern.Parse(pattern(index), EventPatternOptions.Unlimited))));

    /// <summary>Microseconds to add or to remove one rule.</summary>
    private static double Change(EventPatternMatcher<int> matcher, Func<int, string> pattern, int count)
    {
        EventPattern[] added = [.. Enumerable.Range(0, Changes / 2).Select(index => EventPattern.Parse(pattern(count + index), EventPatternOptions.Unlimited))];
        long started = Stopwatch.GetTimestamp();
        for (int index = 0; index < added.Length; index++)
            matcher = matcher.Add(count + index, added[index]);
        for (int index = 0; index < added.Length; index++)
            matcher = matcher.Remove(count + index);
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / Changes;
    }

    private static string ReadLot(byte[] line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("properties").TryGetProperty("MAPBLKLOT", out JsonElement lot) && lot.ValueKind == JsonValueKind.String
            ? JsonEncodedText.Encode(lot.GetString()!).ToString()
            : Encoding.UTF8.GetString(line, 0, 8).GetHashCode(StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture);
    }
}
