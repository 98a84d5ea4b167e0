namespace LocalBridge.Conformance.Corpora;

/// <summary>The exception that is thrown when the directory of conformance data is missing or is none.</summary>
internal sealed class ConformanceDirectoryException(string message) : Exception(message);
