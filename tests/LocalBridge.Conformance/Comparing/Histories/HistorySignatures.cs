using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LocalBridge.Conformance.Comparing.Histories;

/// <summary>Numbers the signatures of a history: two events have the same number exactly when they and all their causes are the same text.</summary>
internal sealed class HistorySignatures
{
    /// <summary>The signature that events without a cause have as that of their cause.</summary>
    public const int Root = -1;

    private readonly int[] _signatures;
    private readonly int[] _causes;

    public HistorySignatures(List<HistoryEntry> entries)
    {
        Entries = CausesFirst(entries);
        _signatures = new int[Entries.Count];
        _causes = new int[Entries.Count];
        Dictionary<long, int> byId = [];
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        for (int index = 0; index < Entries.Count; index++)
        {
            HistoryEntry entry = Entries[index];
            _causes[index] = entry.PreviousId is { } previous && byId.TryGetValue(previous, out int cause) ? _signatures[cause] : Root;
            string key = TextOf(entry, _causes[index]);
            if (!known.TryGetValue(key, out _signatures[index]))
            {
                _signatures[index] = known.Count;
                known.Add(key, known.Count);
            }

            if (entry.Id is { } id)
            {
                byId[id] = index;
            }
        }
    }

    /// <summary>Gets the events, causes first.</summary>
    public List<HistoryEntry> Entries { get; }

    /// <summary>Gets how many events there are.</summary>
    public int Count => Entries.Count;

    /// <summary>Gets one event.</summary>
    public HistoryEntry this[int index] => Entries[index];

    /// <summary>Returns the events in the order of their ids, in which every cause precedes what it causes.</summary>
    public static List<HistoryEntry> CausesFirst(IEnumerable<HistoryEntry> entries) =>
        [.. entries.OrderBy(static entry => entry.Id ?? long.MaxValue)];

    /// <summary>Returns the number of an event's signature.</summary>
    public int Signature(int index) => _signatures[index];

    /// <summary>Returns the number of the signature of an event's cause.</summary>
    public int CauseSignature(int index) => _causes[index];

    private static string TextOf(HistoryEntry entry, int cause)
    {
        StringBuilder text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{cause} {entry.Type}");
        foreach (JsonProperty details in entry.DetailsMembers())
        {
            text.Append(' ').Append(details.Name).Append(details.Value.GetRawText());
        }

        return text.ToString();
    }
}
