using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Tests.Support;

/// <summary>Finds the definitions of the conformance data, which is not part of the repository.</summary>
internal static class ConformanceData
{
    internal static string? Folder { get; } = FindFolder();

    /// <summary>All definitions of a corpus: a <c>.jsonl</c> file, or the folder <c>cases</c>.</summary>
    internal static IEnumerable<(string Id, JsonValue Definition)> Definitions(string corpus)
    {
        IEnumerable<string> texts = corpus == "cases"
            ? Directory.EnumerateFiles(Path.Combine(Folder!, corpus), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)
            : File.ReadLines(Path.Combine(Folder!, corpus)).Where(static line => line.Length > 0);
        foreach (string text in texts)
        {
            var entry = JsonValue.Parse(text);
            foreach (JsonValue definition in DefinitionsIn(entry))
            {
                yield return (entry["id"].GetString(), definition);
            }
        }
    }

    private static IEnumerable<JsonValue> DefinitionsIn(JsonValue entry)
    {
        if (entry["definition"].IsObject)
        {
            yield return entry["definition"];
        }

        foreach (JsonValue row in entry["rows"].IsArray ? entry["rows"].AsArray() : JsonArray.Empty)
        {
            if (row["definition"].IsObject)
            {
                yield return row["definition"];
            }
        }

        foreach (JsonValue call in entry["calls"].IsArray ? entry["calls"].AsArray() : JsonArray.Empty)
        {
            if (call["request"]["definition"].TryGetString(out string? text)
                && JsonValue.TryParse(text, out JsonValue definition, out _) && definition["States"].IsObject)
            {
                yield return definition;
            }
        }
    }

    private static string? FindFolder()
    {
        string? root = Environment.GetEnvironmentVariable("LOCALBRIDGE_CONFORMANCE");
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); root is null && folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LocalBridge.sln")))
            {
                root = Path.Combine(folder.Parent!.FullName, "shared", "conformance");
            }
        }

        string path = Path.Combine(root ?? string.Empty, "step-functions");
        return Directory.Exists(path) ? path : null;
    }
}
