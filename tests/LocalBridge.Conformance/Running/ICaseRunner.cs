using LocalBridge.Conformance.Corpora;

namespace LocalBridge.Conformance.Running;

/// <summary>Runs the cases of some kinds against the library.</summary>
internal interface ICaseRunner
{
    /// <summary>Runs a case; <see langword="null"/> when it is not of a kind that this runner runs.</summary>
    /// <param name="case">The case.</param>
    /// <param name="cancellationToken">Is cancelled when the case takes too long.</param>
    Task<CaseResult>? Run(ConformanceCase @case, CancellationToken cancellationToken);
}
