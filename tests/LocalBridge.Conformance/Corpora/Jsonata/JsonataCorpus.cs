using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.Jsonata;

/// <summary>Reads the jsonata corpus. Cases marked as a quirk do not count, as its README says; lines that state nothing that can be
/// checked are remarks and no cases.</summary>
internal sealed class JsonataCorpus : ICorpus
{
    /// <inheritdoc/>
    public string Name => "jsonata";

    /// <inheritdoc/>
    public IEnumerable<CaseArea> Read(string folder) => CaseFiles.ReadLineFiles(Name, folder, line => ReadLine(line, folder));

    private static ConformanceCase? ReadLine(JsonElement line, string folder)
    {
        if (line.Has("quirk"))
        {
            return null;
        }

        if (line.Has("expect"))
        {
            return new JsonataCase(line.Id(), line.RequiredText("expr"), line, Path.Combine(folder, "datasets"));
        }

        bool isChecked = line.Has("expr") && (line.Has("result") || line.Has("error") || line.Has("refused"));
        return isChecked ? new ObservedJsonataCase(line.Id(), line.RequiredText("expr"), line) : null;
    }
}
