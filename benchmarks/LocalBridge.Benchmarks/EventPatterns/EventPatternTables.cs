namespace LocalBridge.Benchmarks.EventPatterns;

/// <summary>Prints the tables of event patterns as Markdown: <c>event-patterns</c>, or one of <c>event-patterns sets</c>.</summary>
internal static class EventPatternTables
{
    public static void Print(string[] arguments)
    {
        CityLots lots = CityLots.Load();
        bool all = arguments.Length == 0;
        if (all || arguments.Contains("sets"))
            CityLotsTable.Print(lots);
    }
}
