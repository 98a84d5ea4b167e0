using System.Collections.Immutable;
using System.Text.Json;
using LocalBridge.Conformance.Comparing;

namespace LocalBridge.Conformance.Corpora;

/// <summary>Reads the files of a corpus: JSON lines, and JSON files. Whatever cannot be read becomes an <see cref="UnreadableCase"/>.</summary>
internal static class CaseFiles
{
    /// <summary>Reads every <c>.jsonl</c> file of a folder as one area.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="read">Turns a line into a case; <see langword="null"/> for a line that the corpus says not to count.</param>
    public static IEnumerable<CaseArea> ReadLineFiles(string corpus, string folder, Func<JsonElement, ConformanceCase?> read) =>
        FilesOf(folder, "*.jsonl").Select(file => new CaseArea(corpus, Path.GetFileNameWithoutExtension(file), ReadLines(file, read)));

    /// <summary>Returns the files of a folder in the order of their names.</summary>
    public static IEnumerable<string> FilesOf(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal);

    /// <summary>Reads a file with one case a line.</summary>
    public static ImmutableArray<ConformanceCase> ReadLines(string file, Func<JsonElement, ConformanceCase?> read)
    {
        try
        {
            return [.. File.ReadLines(file)
                .Select((line, index) => (Line: line, Place: $"{file}:{index + 1}"))
                .Where(static line => !string.IsNullOrWhiteSpace(line.Line))
                .Select(line => ReadCase(line.Place, () => read(JsonTexts.Parse(line.Line))))
                .OfType<ConformanceCase>()];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [new UnreadableCase(file, exception.Message)];
        }
    }

    /// <summary>Reads a JSON file that holds many cases.</summary>
    public static ImmutableArray<ConformanceCase> ReadFile(string file, Func<JsonElement, IEnumerable<ConformanceCase>> read)
    {
        ImmutableArray<ConformanceCase> cases = [];
        ConformanceCase? problem = ReadCase(file, () =>
        {
            cases = [.. read(JsonTexts.Parse(File.ReadAllText(file)))];
            return null;
        });
        return problem is null ? cases : [problem];
    }

    /// <summary>Reads one case.</summary>
    public static ConformanceCase? ReadCase(string place, Func<ConformanceCase?> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException
            or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new UnreadableCase(place, $"the case cannot be read: {exception.Message}");
        }
    }
}
