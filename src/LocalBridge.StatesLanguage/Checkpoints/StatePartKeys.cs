using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Gives the parts of an execution's state their keys: two for the whole, and a range for each slot of a frame.</summary>
internal static class StatePartKeys
{
    internal const long Head = 0;
    internal const long Start = 1;

    // In the range of a slot: the frame, the constants of its group, and then the results of the group, each part under its lowest index.
    private const int SlotShift = 32;
    private const long GroupOffset = 1;
    private const long FirstResultOffset = 2;
    private const long LastOffset = (1L << SlotShift) - 1;

    internal static long Frame(int slot) => (slot + 1L) << SlotShift;

    internal static long Group(int slot) => Frame(slot) + GroupOffset;

    internal static long Results(int slot, int lowestIndex) => Frame(slot) + FirstResultOffset + lowestIndex;

    internal static StatePartRange AllOf(Frame frame) => new(Frame(frame.Slot), Frame(frame.Slot) + LastOffset);

    internal static StatePartRange GroupOf(Frame frame) => new(Group(frame.Slot), Frame(frame.Slot) + LastOffset);

    internal static int SlotOf(long key) => (int)(key >> SlotShift) - 1;

    internal static bool IsFrame(long key) => key > LastOffset && (key & LastOffset) == 0;

    internal static bool IsGroup(long key) => key > LastOffset && (key & LastOffset) == GroupOffset;

    internal static bool IsResults(long key) => key > LastOffset && (key & LastOffset) >= FirstResultOffset;
}
