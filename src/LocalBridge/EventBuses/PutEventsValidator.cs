using System.Text;
using LocalBridge.Errors;
using LocalBridge.Events;

namespace LocalBridge.EventBuses;

/// <summary>The checks of <c>PutEvents</c>: of the request as a whole, and of each entry.</summary>
internal static class PutEventsValidator
{
    internal const int MaximumResourceLength = 2048;

    internal const string InternalFailure = "InternalFailure";

    private const int MaximumEntries = 10;

    private const int TimeSize = 14;

    private const int MaximumTraceHeaderLength = 500;

    /// <summary>Checks what refuses the whole request.</summary>
    /// <exception cref="ValidationException">The request is refused; nothing of it takes effect.</exception>
    internal static void CheckRequest(IReadOnlyList<PutEventsEntry> entries, int maximumSize)
    {
        var constraints = default(ModelConstraints);
        constraints.Count(entries.Count, "entries", 1, MaximumEntries);
        for (int index = 0; index < Math.Min(entries.Count, MaximumEntries); index++)
            CheckModel(ref constraints, entries[index], $"entries.{index + 1}.member");
        constraints.ThrowIfAny();

        long size = 0;
        foreach (PutEventsEntry entry in entries)
            size += Size(entry.Source, entry.DetailType, entry.Time, entry.Resources, Encoding.UTF8.GetByteCount(entry.Detail ?? string.Empty));
        if (size > maximumSize)
            throw new ValidationException(EventBusMessages.TooLarge);
    }

    /// <summary>Checks one entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="detail">Its detail in UTF-8, when the entry is in order.</param>
    /// <returns>The refusal; <see langword="null"/> when the entry is in order.</returns>
    internal static PutEventsResultEntry? CheckEntry(PutEventsEntry entry, out CheckedDetail? detail)
    {
        detail = null;
        if (string.IsNullOrEmpty(entry.Source))
            return Refuse("InvalidArgument", EventBusMessages.IsRequired("Source"));
        if (string.IsNullOrEmpty(entry.DetailType))
            return Refuse("InvalidArgument", EventBusMessages.IsRequired("DetailType"));
        if (string.IsNullOrEmpty(entry.Detail))
            return Refuse("InvalidArgument", EventBusMessages.IsRequired("Detail"));
        if (entry.Source.StartsWith("aws.", StringComparison.Ordinal))
            return Refuse("NotAuthorizedForSourceException", "Not authorized for the source.");

        byte[] utf8 = Encoding.UTF8.GetBytes(entry.Detail);
        if (!EventDetailReader.IsJsonObject(utf8, out bool hasUniqueKeys))
            return Refuse("MalformedDetail", "Detail is malformed.");
        detail = new CheckedDetail(utf8, hasUniqueKeys);
        return null;
    }

    /// <summary>Returns the size of an entry as the service counts it.</summary>
    internal static long Size(string? source, string? detailType, DateTimeOffset? time, IReadOnlyList<string>? resources, int detailLength)
    {
        long size = time is null ? 0 : TimeSize;
        size += Encoding.UTF8.GetByteCount(source ?? string.Empty) + Encoding.UTF8.GetByteCount(detailType ?? string.Empty) + detailLength;
        for (int index = 0; index < (resources?.Count ?? 0); index++)
            size += Encoding.UTF8.GetByteCount(resources![index]);
        return size;
    }

    private static void CheckModel(ref ModelConstraints constraints, PutEventsEntry? entry, string path)
    {
        if (entry is null)
        {
            constraints.Required(path);
            return;
        }

        for (int index = 0; index < entry.Resources.Count; index++)
            constraints.Length(entry.Resources[index], $"{path}.resources.{index + 1}.member", 0, MaximumResourceLength);
        constraints.Length(entry.EventBusName, $"{path}.eventBusName", 1, 1600);
        constraints.Length(entry.TraceHeader, $"{path}.traceHeader", 1, MaximumTraceHeaderLength);
    }

    private static PutEventsResultEntry Refuse(string code, string message) => new(null, code, message);
}
