namespace LocalBridge.Conformance.Corpora;

/// <summary>Represents one case of a corpus, read into a form that knows nothing of the library that is judged.</summary>
/// <param name="Id">The case's name.</param>
internal abstract record ConformanceCase(string Id);
