using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace LocalBridge.Benchmarks.EventPatterns;

/// <summary>The events and rule sets of the city lots benchmark, read from a folder outside the repository or made up in their likeness.</summary>
internal sealed class CityLots
{
    private const string FolderVariable = "LOCALBRIDGE_BENCHMARKS";

    private CityLots(byte[][] events, RuleSet[] sets, string origin)
    {
        Events = events;
        Sets = sets;
        Origin = origin;
    }

    public byte[][] Events { get; }

    public RuleSet[] Sets { get; }

    public string Origin { get; }

    public long TotalBytes => Events.Sum(static line => (long)line.Length);

    public static CityLots Load()
    {
        string? folder = Locate();
        return folder is null ? Generate() : Read(folder);
    }

    private static string? Locate()
    {
        string? configured = Environment.GetEnvironmentVariable(FolderVariable);
        if (configured is not null)
            return Path.Combine(configured, "citylots");
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string beside = Path.Combine(folder.FullName, "shared", "benchmarks", "citylots");
            if (Directory.Exists(beside))
                return beside;
        }

        return null;
    }

    private static CityLots Read(string folder)
    {
        using var unpacked = new GZipStream(File.OpenRead(Path.Combine(folder, "citylots2-like.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        var events = new List<byte[]>();
        while (reader.ReadLine() is { } line)
            events.Add(Encoding.UTF8.GetBytes(line));
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "rulesets.json")));
        JsonElement sets = document.RootElement.GetProperty("sets");
        return new CityLots([.. events], [.. sets.EnumerateObject().Select(set => ReadSet(set, sets))], "citylots2-like.jsonl.gz");
    }

    private static RuleSet ReadSet(JsonProperty set, JsonElement sets)
    {
        int[] expected = [.. set.Value.GetProperty("expected").EnumerateArray().Select(static count => count.GetInt32())];
        IEnumerable<JsonElement> rules = set.Value.TryGetProperty("composedOf", out JsonElement parts)
            ? parts.EnumerateArray().SelectMany(part => sets.GetProperty(part.GetString()!).GetProperty("rules").EnumerateArray())
            : set.Value.GetProperty("rules").EnumerateArray();
        return new RuleSet(set.Name, [.. rules.Select(static rule => rule.GetRawText())], expected);
    }

    /// <summary>Makes up events of the same shape and length. Their matches are not known in advance, so they are not checked.</summary>
    private static CityLots Generate()
    {
        const int Count = 20_000;
        string[] streets = ["FULTON", "MASON", "HYDE", "BEACH", "JEFFERSON", "CHESTNUT", "48TH", "MCALLISTER", "ANDERSON", "DRAKE", "BLAKE", "ACTON"];
        var random = new Random(20261125);
        var events = new byte[Count][];
        for (int index = 0; index < Count; index++)
        {
            string[] corners = [.. Enumerable.Range(0, random.Next(4, 18)).Select(_ => string.Create(
                CultureInfo.InvariantCulture, $"{{\"x\":{-122.36 - (random.NextDouble() / 6):R},\"y\":{37.7 + (random.NextDouble() / 8):R},\"z\":0}}"))];
            string lot = random.Next(1, 9_999_999).ToString("D7", CultureInfo.InvariantCulture);
            events[index] = Encoding.UTF8.GetBytes(
                $"{{\"type\":\"Feature\",\"properties\":{{\"MAPBLKLOT\":\"{lot}\",\"BLKLOT\":\"{lot}\",\"BLOCK_NUM\":\"{lot[..4]}\",\"LOT_NUM\":\"{lot[4..]}\","
                + $"\"FROM_ST\":\"{random.Next(1, 3000)}\",\"TO_ST\":\"{random.Next(1, 3000)}\",\"STREET\":\"{streets[random.Next(streets.Length)]}\",\"ST_TYPE\":\"ST\",\"ODD_EVEN\":\"E\"}},"
                + $"\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{string.Join(',', corners)}],\"firstCoordinates\":{corners[0]}}}}}");
        }

        RuleSet Field(string name, string field, params string[] alternatives) =>
            new(name, [.. alternatives.Select(alternative => $"{{\"properties\":{{\"{field}\":[{alternative}]}}}}")], null);
        return new CityLots(
            events,
            [
                Field("EXACT", "MAPBLKLOT", "\"1430022\"", "\"2607117\"", "\"3745012\""),
                Field("PREFIX", "STREET", "{\"prefix\":\"AC\"}", "{\"prefix\":\"BL\"}", "{\"prefix\":\"FU\"}"),
                Field("WILDCARD", "MAPBLKLOT", "{\"wildcard\":\"143*\"}", "{\"wildcard\":\"2*0*1*7\"}"),
                Field("ANYTHING_BUT", "STREET", "{\"anything-but\":[\"FULTON\"]}", "{\"anything-but\":[\"MASON\"]}"),
                new RuleSet("COMPLEX_ARRAYS", ["{\"geometry\":{\"type\":[\"Polygon\"],\"coordinates\":{\"x\":[{\"numeric\":[\"<\",-122.41]}]}}}"], null),
            ],
            "generated events (set LOCALBRIDGE_BENCHMARKS to the folder that holds citylots to use the published ones)");
    }
}
