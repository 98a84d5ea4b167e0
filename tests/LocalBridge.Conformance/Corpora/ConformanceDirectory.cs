using System.Collections.Immutable;
using LocalBridge.Conformance.Corpora.EventPatterns;
using LocalBridge.Conformance.Corpora.EventsApi;
using LocalBridge.Conformance.Corpora.Jsonata;
using LocalBridge.Conformance.Corpora.JsonPaths;
using LocalBridge.Conformance.Corpora.StepFunctions;

namespace LocalBridge.Conformance.Corpora;

/// <summary>Represents a directory of conformance data: one folder per corpus.</summary>
internal sealed class ConformanceDirectory
{
    private const string Variable = "LOCALBRIDGE_CONFORMANCE";

    private static readonly ImmutableArray<ICorpus> Corpora =
    [
        new EventPatternsCorpus(),
        new EventsApiCorpus(),
        new JsonPathCorpus(),
        new JsonataCorpus(),
        new StepFunctionsCorpus(),
    ];

    private ConformanceDirectory(ImmutableArray<CaseArea> areas, ImmutableArray<string> problems)
    {
        Areas = areas;
        Problems = problems;
    }

    /// <summary>Gets the areas of all corpora.</summary>
    public ImmutableArray<CaseArea> Areas { get; }

    /// <summary>Gets what is wrong with the directory as a whole, for example a corpus that is missing.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>Returns the directory that is used when none is named: that of the environment variable LOCALBRIDGE_CONFORMANCE, else
    /// <c>../shared/conformance</c> beside the repository; <see langword="null"/> when there is neither.</summary>
    public static string? FindDefault()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named;
        }

        return Ancestors(Environment.CurrentDirectory)
            .Concat(Ancestors(AppContext.BaseDirectory))
            .Where(static folder => File.Exists(Path.Combine(folder, "LocalBridge.sln")))
            .Select(static folder => Path.GetFullPath(Path.Combine(folder, "..", "shared", "conformance")))
            .FirstOrDefault(Directory.Exists);
    }

    /// <summary>Reads all corpora of a directory.</summary>
    /// <exception cref="ConformanceDirectoryException">There is no such directory, or no corpus in it.</exception>
    public static ConformanceDirectory Read(string? path)
    {
        if (path is null)
        {
            throw new ConformanceDirectoryException(
                $"There is no conformance data: name a directory, set {Variable}, or put it at ../shared/conformance beside the repository.");
        }

        if (!Directory.Exists(path))
        {
            throw new ConformanceDirectoryException($"The conformance directory '{path}' does not exist.");
        }

        ICorpus[] present = [.. Corpora.Where(corpus => Directory.Exists(Path.Combine(path, corpus.Name)))];
        if (present.Length == 0)
        {
            throw new ConformanceDirectoryException(
                $"The directory '{path}' holds no conformance data: expected one of the folders {string.Join(", ", Corpora.Select(static corpus => corpus.Name))}.");
        }

        ImmutableArray<CaseArea> areas = [.. present.SelectMany(corpus => corpus.Read(Path.Combine(path, corpus.Name)))];
        IEnumerable<string> missing = Corpora.Except(present).Select(corpus => $"The corpus '{corpus.Name}' is missing in '{path}'.");
        IEnumerable<string> empty = present
            .Where(corpus => areas.All(area => area.Corpus != corpus.Name || area.Cases.IsEmpty))
            .Select(corpus => $"The corpus '{corpus.Name}' in '{path}' holds no cases.");
        return new ConformanceDirectory(areas, [.. missing, .. empty]);
    }

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }
}
