using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.JsonPaths;

/// <summary>Reads the jsonpath corpus. Cases of tier <c>quirk</c> and disputed ones do not count and are left out, as its README says.</summary>
internal sealed class JsonPathCorpus : ICorpus
{
    /// <inheritdoc/>
    public string Name => "jsonpath";

    /// <inheritdoc/>
    public IEnumerable<CaseArea> Read(string folder)
    {
        foreach (CaseArea area in CaseFiles.ReadLineFiles(Name, folder, line => ReadLine(line, folder)))
        {
            yield return area;
        }

        foreach (string file in CaseFiles.FilesOf(folder, "*.json"))
        {
            yield return new CaseArea(Name, Path.GetFileNameWithoutExtension(file), CaseFiles.ReadFile(file, ReadRoots));
        }
    }

    private static ConformanceCase? ReadLine(JsonElement line, string folder)
    {
        if (line.Flag("disputed") || line.Text("disputed") is not null || line.Text("tier") == "quirk")
        {
            return null;
        }

        return line.Has("pathValid") ? ReadReferencePath(line) : ReadPath(line, folder);
    }

    private static ReferencePathCase ReadReferencePath(JsonElement line) => new(
        line.Id(),
        line.RequiredText("path"),
        line.GetProperty("pathValid").GetBoolean(),
        line.GetProperty("referencePathValid").GetBoolean());

    private static JsonPathCase ReadPath(JsonElement line, string folder)
    {
        JsonElement definite = line.Member("definite");
        return new JsonPathCase(line.Id(), line.RequiredText("path"), line.GetProperty("expect"))
        {
            Data = line.Text("data") is { } dataset
                ? File.ReadAllText(Path.Combine(folder, "datasets", dataset + ".json"))
                : line.GetProperty("inline").GetRawText(),
            IsDefinite = definite.ValueKind == JsonValueKind.Undefined ? null : definite.GetBoolean(),
            Message = line.Text("message"),
        };
    }

    private static IEnumerable<ConformanceCase> ReadRoots(JsonElement file) =>
        file.GetProperty("cases").EnumerateArray().Select(@case => new RootedPathCase(
            @case.Id(), @case.RequiredText("path"), @case.GetProperty("expect"))
        {
            Input = file.GetProperty("input").GetRawText(),
            Context = file.GetProperty("context").GetRawText(),
            Variables = file.GetProperty("variables").EnumerateObject().ToDictionary(
                static variable => variable.Name, static variable => variable.Value.GetRawText(), StringComparer.Ordinal),
        });
}
