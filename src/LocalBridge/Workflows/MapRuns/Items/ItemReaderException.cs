namespace LocalBridge.Workflows.MapRuns.Items;

/// <summary>The exception that is thrown within a Map Run when its items cannot be read: the cause of <c>States.ItemReaderFailed</c>.</summary>
internal sealed class ItemReaderException(string message) : Exception(message);
