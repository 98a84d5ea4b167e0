namespace LocalBridge.CrashTests;

/// <summary>The exception that is thrown when something that was promised is not so.</summary>
public sealed class BrokenPromiseException(string message, Exception? inner = null) : Exception(message, inner);
