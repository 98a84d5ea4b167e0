using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Corpora.Jsonata;

namespace LocalBridge.Conformance.Running.Jsonata;

/// <summary>Answers for the jsonata corpus: the library has no JSONata yet, so every case fails.</summary>
internal sealed class JsonataRunner : ICaseRunner
{
    /// <inheritdoc/>
    public Task<CaseResult>? Run(ConformanceCase @case, CancellationToken cancellationToken) => @case is JsonataCase or ObservedJsonataCase
        ? Task.FromResult(CaseResult.NotSupported(@case.Id, "JSONata expressions"))
        : null;
}
