using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Writes and reads results of branches or iterations that have ended: those of one checkpoint are one part.</summary>
internal static class ResultsPart
{
    private const int Index = 1;
    private const int Result = 2;

    internal static void Write(CheckpointWriter writer, ChildGroup group, IReadOnlyList<int> indices)
    {
        foreach (int index in indices)
        {
            writer.Optional(Index, index);
            writer.Json(Result, group.Results[index]);
        }
    }

    internal static void Read(ReadOnlySpan<byte> content, ChildGroup group)
    {
        int index = -1;
        CheckpointReader reader = CheckpointReader.Begin(content);
        while (reader.TryReadTag(out int tag))
        {
            switch (tag)
            {
                case Index:
                    index = reader.Int32();
                    break;
                case Result:
                    JsonValue result = reader.Json();
                    if ((uint)index >= (uint)group.Count || !group.Results[index].IsUndefined)
                    {
                        throw new CheckpointFormatException($"The stored result {index} has no place in its group of {group.Count}: the bytes are damaged.");
                    }

                    group.Restore(index, result);
                    break;
                default:
                    throw CheckpointFormatException.UnknownTag(tag, "results");
            }
        }
    }
}
