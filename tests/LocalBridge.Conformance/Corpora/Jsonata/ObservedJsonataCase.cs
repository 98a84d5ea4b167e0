using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.Jsonata;

/// <summary>Represents what Step Functions was seen to do with an expression: the result, the error with its cause, or the refusal.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Source">The line.</param>
internal sealed record ObservedJsonataCase(string Id, string Expression, JsonElement Source) : ConformanceCase(Id);
