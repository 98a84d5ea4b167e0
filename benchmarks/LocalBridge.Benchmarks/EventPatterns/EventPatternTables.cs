namespace LocalBridge.Benchmarks.EventPatterns;

/// <summary>Prints the tables of event patterns as Markdown: <c>event-patterns</c> all of them, or those named of <c>sets</c>, <c>places</c> and <c>scaling</c>.</summary>
internal static class EventPatternTables
{
    public static void Print(string[] names)
    {
        CityLots lots = CityLots.Load();
        (string Name, Action<CityLots> Print)[] tables = [("sets", CityLotsTable.Print), ("places", PlaceTable.Print), ("scaling", ScalingTable.Print)];
        foreach ((string name, Action<CityLots> print) in tables)
        {
            if (names.Length > 0 && !names.Contains(name))
                continue;
            print(lots);
            Console.WriteLine();
        }
    }
}
