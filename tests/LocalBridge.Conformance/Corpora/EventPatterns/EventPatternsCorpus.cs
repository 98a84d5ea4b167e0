using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.EventPatterns;

/// <summary>Reads the event-patterns corpus.</summary>
internal sealed class EventPatternsCorpus : ICorpus
{
    /// <inheritdoc/>
    public string Name => "event-patterns";

    /// <inheritdoc/>
    public IEnumerable<CaseArea> Read(string folder) => CaseFiles.ReadLineFiles(Name, folder, ReadLine);

    private static ConformanceCase ReadLine(JsonElement line) => line.Has("expect") ? ReadMatch(line) : ReadComplexity(line);

    private static EventPatternCase ReadMatch(JsonElement line)
    {
        JsonElement expect = line.GetProperty("expect");
        return new EventPatternCase(line.Id())
        {
            Pattern = Embedded(line, "pattern"),
            Event = Embedded(line, "event"),
            Expected = PatternVerdict.Read(expect),
            Clean = line.Has("quirk") && line.Has("clean") ? PatternVerdict.Read(line.GetProperty("clean")) : null,
            Code = expect.Text("code"),
            Message = expect.Text("message"),
            Complexity = line.Has("complexity") ? line.GetProperty("complexity").GetInt32() : null,
            IsServiceCase = line.Text("source") == "aws",
        };
    }

    private static PatternComplexityCase ReadComplexity(JsonElement line) => new(
        line.Id(), Embedded(line, "pattern"), line.GetProperty("complexity").GetInt32(), line.Flag("rejectedByEventBridge"));

    // The raw text: the spelling of numbers, duplicate keys and escapes matter.
    private static string Embedded(JsonElement line, string name) =>
        line.Text(name + "Text") ?? line.GetProperty(name).GetRawText();
}
