using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.Jsonata;

/// <summary>Represents an expression, its input and what comes out.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Source">The line, with the members its README names.</param>
/// <param name="Datasets">The folder of the files that <c>dataset</c> and <c>states</c> name.</param>
internal sealed record JsonataCase(string Id, string Expression, JsonElement Source, string Datasets) : ConformanceCase(Id);
