using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.EventsApi;

/// <summary>Reads the events-api corpus.</summary>
internal sealed class EventsApiCorpus : ICorpus
{
    /// <inheritdoc/>
    public string Name => "events-api";

    /// <inheritdoc/>
    public IEnumerable<CaseArea> Read(string folder) =>
        CaseFiles.FilesOf(folder, "*.json").Select(file =>
            new CaseArea(Name, Path.GetFileNameWithoutExtension(file), CaseFiles.ReadFile(file, ReadCases)));

    private static IEnumerable<ConformanceCase> ReadCases(JsonElement file) => file.EnumerateArray().Select(ReadCase);

    private static ConformanceCase ReadCase(JsonElement @case) =>
        @case.Has("steps") ? new ServiceLifecycleCase(@case.Id(), @case) : new TargetInputCase(@case.Id(), @case);
}
