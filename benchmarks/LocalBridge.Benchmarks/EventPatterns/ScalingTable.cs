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
        var sweeps = new Sweeps(lots.Events);
        List<Cell>[] table = [.. columns.Select(column => Counts.Where(count => count <= column.Most).Select(count => new Cell(column.Pattern, count, sweeps)).ToList())];
        sweeps.Measure();
        for (int row = 0; row < Counts.Length; row++)
        {
            Console.Write(string.Create(CultureInfo.InvariantCulture, $"| {Counts[row]:N0} "));
            foreach (List<Cell> column in table)
                Console.Write(row < column.Count ? $"| {column[row].Describe(column[0])} " : "| ");
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

    private static string ReadLot(byte[] line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("properties").TryGetProperty("MAPBLKLOT", out JsonElement lot) && lot.ValueKind == JsonValueKind.String
            ? JsonEncodedText.Encode(lot.GetString()!).ToString()
            : Encoding.UTF8.GetString(line, 0, 8).GetHashCode(StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>So many rules of one kind.</summary>
    private sealed class Cell
    {
        private readonly EventPatternMatcher<int> _matcher;
        private readonly double _bytes;
        private readonly double _changeTime;
        private readonly PortionTimes _times;

        public Cell(Func<int, string> pattern, int count, Sweeps sweeps)
        {
            long before = GC.GetTotalMemory(forceFullCollection: true);
            _matcher = EventPatternMatcher.CreateRange(
                Enumerable.Range(0, count).Select(index => KeyValuePair.Create(index, EventPattern.Parse(pattern(index), EventPatternOptions.Unlimited))));
            _bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count;
            _changeTime = Change(_matcher, pattern, count);
            _times = sweeps.Add(events => CityLotsTable.Match(_matcher, events, Unique));
        }

        public string Describe(Cell one) =>
            string.Create(CultureInfo.InvariantCulture, $"{_times.Speed:N0} ({_times.Speed / one._times.Speed:F2}x; {_bytes:N0} B; {_changeTime:N0} us)");

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
    }
}
