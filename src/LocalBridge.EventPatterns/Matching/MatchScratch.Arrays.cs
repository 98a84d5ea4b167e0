using LocalBridge.EventPatterns.Automata.Tables;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>What is kept of values in array elements, and buffers for texts.</summary>
internal sealed partial class MatchScratch
{
    /// <summary>Values in array elements, as far as a rule may have to ask in which.</summary>
    public GrowList<ValueRecord> Records = new();

    /// <summary>Elements that hold such values.</summary>
    public GrowList<ArrayScope> Scopes = new();

    /// <summary>The sinks of each record, sorted; filled in only when a rule asks.</summary>
    public GrowList<int> Hits = new();

    /// <summary>Everything found on the paths of a pattern, for an explanation; <see langword="null"/> if nobody asks.</summary>
    public List<SeenValue>? Seen;

    public int ArrayCount;

    private byte[] _text = [];
    private byte[] _folded = [];
    private byte[] _name = [];

    /// <summary>The length of the longest of these arrays: one hostile event must not occupy memory for ever.</summary>
    private int LargestArray
    {
        get
        {
            ReadOnlySpan<int> lengths =
                [Records.Items.Length, Scopes.Items.Length, Hits.Items.Length, Matches.Items.Length, Anchors.Items.Length, _text.Length, _folded.Length, _name.Length];
            int largest = 0;
            foreach (int length in lengths)
            {
                largest = Math.Max(largest, length);
            }

            return largest;
        }
    }

    /// <summary>Room for the characters of an escaped string.</summary>
    public Span<byte> TextBuffer(int length) => Buffer(ref _text, length);

    /// <summary>Room for a text in lower case.</summary>
    public Span<byte> FoldBuffer(int length) => Buffer(ref _folded, length);

    /// <summary>Room for the characters of an escaped name.</summary>
    public Span<byte> NameBuffer(int length) => Buffer(ref _name, length);

    private static Span<byte> Buffer(ref byte[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new byte[Math.Max(256, length * 2)];
        }

        return buffer;
    }

    private void PrepareArrays()
    {
        Records.Count = 0;
        Scopes.Count = 0;
        Hits.Count = 0;
        ArrayCount = 0;
        Seen = null;
    }
}
