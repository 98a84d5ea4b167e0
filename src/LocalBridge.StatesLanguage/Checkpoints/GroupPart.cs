using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Writes and reads what never changes in a group of branches or iterations. Which of them run and which are to come follows from
/// the frames and the results.</summary>
internal static class GroupPart
{
    private const int Count = 1;
    private const int MaxConcurrency = 2;
    private const int Items = 3;
    private const int Input = 4;

    internal static void Write(CheckpointWriter writer, ChildGroup group)
    {
        writer.Number(Count, group.Count);
        writer.Number(MaxConcurrency, group.MaxConcurrency);
        writer.Json(Items, group.Items);
        writer.Json(Input, group.Input);
    }

    internal static ChildGroup Read(ReadOnlySpan<byte> content)
    {
        int count = 0;
        int maxConcurrency = 0;
        JsonValue items = default;
        JsonValue input = default;
        CheckpointReader reader = CheckpointReader.Begin(content);
        while (reader.TryReadTag(out int tag))
        {
            switch (tag)
            {
                case Count:
                    count = reader.Int32();
                    break;
                case MaxConcurrency:
                    maxConcurrency = reader.Int32();
                    break;
                case Items:
                    items = reader.Json();
                    break;
                case Input:
                    input = reader.Json();
                    break;
                default:
                    throw CheckpointFormatException.UnknownTag(tag, "group of branches or iterations");
            }
        }

        // Checked before it is allocated: a damaged number must not take all memory.
        if (items.IsArray ? items.Count != count : count > MaximumBranches)
        {
            throw new CheckpointFormatException($"The stored group has {count} branches or iterations, which cannot be: the bytes are damaged.");
        }

        return new ChildGroup(count, maxConcurrency) { Items = items, Input = input };
    }

    /// <summary>More than fit into a definition of 1 MB.</summary>
    private const int MaximumBranches = 1_000_000;
}
