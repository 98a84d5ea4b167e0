using System.Collections.Immutable;

namespace LocalBridge.Conformance.Corpora;

/// <summary>Represents the cases of one area: the folder below <c>cases/</c>, or a file.</summary>
/// <param name="Corpus">The corpus, for example <c>step-functions</c>.</param>
/// <param name="Name">The folder's name, or the file's without its ending.</param>
/// <param name="Cases">The cases that count.</param>
internal sealed record CaseArea(string Corpus, string Name, ImmutableArray<ConformanceCase> Cases)
{
    /// <summary>Gets the name in reports, for example <c>step-functions/scenarios</c>.</summary>
    public string FullName => $"{Corpus}/{Name}";

    /// <summary>Returns whether the area is meant by the argument of <c>--area</c>: its name, its corpus, or both.</summary>
    public bool IsCalled(string name) => name == Name || name == Corpus || name == FullName;
}
