using System.Collections.Immutable;
using System.Text.Json;
using LocalBridge.Conformance.Comparing;

namespace LocalBridge.Conformance.Corpora.StepFunctions;

/// <summary>Reads the step-functions corpus: the folders below <c>cases/</c> and the line files beside it.</summary>
internal sealed class StepFunctionsCorpus : ICorpus
{
    // A table of contents, not a list of cases.
    private const string Index = "index";

    /// <inheritdoc/>
    public string Name => "step-functions";

    /// <inheritdoc/>
    public IEnumerable<CaseArea> Read(string folder)
    {
        string cases = Path.Combine(folder, "cases");
        IEnumerable<CaseArea> areas = Directory.Exists(cases)
            ? Directory.EnumerateDirectories(cases).Order(StringComparer.Ordinal).Select(ReadFolder)
            : [];
        return areas.Concat(CaseFiles.ReadLineFiles(Name, folder, ReadLine).Where(static area => area.Name != Index));
    }

    private CaseArea ReadFolder(string folder)
    {
        ImmutableArray<ConformanceCase> cases = [.. CaseFiles.FilesOf(folder, "*.json").SelectMany(file => CaseFiles.ReadFile(file, ReadCase))];
        return new CaseArea(Name, Path.GetFileName(folder), cases);
    }

    private static IEnumerable<ConformanceCase> ReadCase(JsonElement @case) =>
        [new StateMachineCase(@case.Id(), @case.RequiredText("kind"), @case)];

    private static ConformanceCase? ReadLine(JsonElement line)
    {
        if (line.Has("verdict"))
        {
            return new LintCase(line.Id(), line.GetProperty("definition").GetRawText(), line.RequiredText("verdict") == "valid");
        }

        if (line.Has("call"))
        {
            return new ValidationCase(line.Id(), line.RequiredText("call"), line.RequiredText("definitionText"), line);
        }

        if (line.Has("how"))
        {
            return new WildDefinitionCase(line.Id(), line.GetProperty("definition").GetRawText());
        }

        return line.Has("kind") && line.Has("what")
            ? new PeerCase(line.Id(), line.RequiredText("kind"), line)
            : new UnreadableCase(line.Id(), $"no kind of case has these members: {JsonTexts.Show(line)}");
    }
}
