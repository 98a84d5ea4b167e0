using LocalBridge.Json;
using LocalBridge.StatesLanguage.Maps;

namespace LocalBridge.Workflows.MapRuns.Items;

/// <summary>Reads the rows of a CSV text as objects of strings. Missing fields are empty, those beyond the headers are left out.</summary>
internal static class CsvItems
{
    internal static void Read(ReadOnlySpan<char> text, ReaderConfig config, ItemList items)
    {
        var csv = new CsvText(text, GetDelimiter(config.CsvDelimiter));
        var fields = new List<string>();
        if (GetHeaders(ref csv, config, fields) is not { } headers)
        {
            return;
        }

        Read(ref csv, headers, fields, items);
    }

    /// <summary>Reads rows whose columns are known.</summary>
    internal static void Read(ReadOnlySpan<char> text, string[] headers, ItemList items)
    {
        var csv = new CsvText(text, ',');
        Read(ref csv, headers, [], items);
    }

    private static void Read(ref CsvText csv, string[] headers, List<string> fields, ItemList items)
    {
        while (!items.IsFull && csv.TryReadRow(fields))
        {
            var row = new JsonObjectBuilder(headers.Length);
            for (int i = 0; i < headers.Length; i++)
            {
                row[headers[i]] = i < fields.Count ? fields[i] : string.Empty;
            }

            items.Add(row.Build());
        }
    }

    private static string[]? GetHeaders(ref CsvText csv, ReaderConfig config, List<string> fields)
    {
        bool isGiven = config.CsvHeaderLocation == CsvHeaderLocation.Given;
        if (!isGiven && !csv.TryReadRow(fields))
        {
            return null;
        }

        string[] headers = isGiven ? [.. config.CsvHeaders] : [.. fields];
        return headers.Distinct(StringComparer.Ordinal).Count() == headers.Length
            ? headers
            : throw new ItemReaderException("CSV headers cannot contain duplicates.");
    }

    private static char GetDelimiter(string? name) => name switch
    {
        "PIPE" => '|',
        "SEMICOLON" => ';',
        "SPACE" => ' ',
        "TAB" => '\t',
        _ => ',',
    };
}
