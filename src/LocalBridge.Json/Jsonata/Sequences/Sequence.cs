using System.Runtime.CompilerServices;

namespace LocalBridge.Json.Jsonata.Sequences;

/// <summary>Makes and reads marked arrays.</summary>
internal static class Sequence
{
    internal static JsonValue Of(JsonArray array, long marks = SequenceMarks.Sequence) => JsonValue.FromReference(array, marks);

    internal static JsonValue Of(JsonValue[] items, long marks = SequenceMarks.Sequence) =>
        JsonValue.FromReference(JsonArray.FromStorage(items, items.Length), marks);

    internal static JsonValue Single(JsonValue item, long marks = SequenceMarks.Sequence) => Of([item], marks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsMarked(JsonValue value, long mark) => (value.Bits & mark) != 0 && value.Reference is JsonArray;

    internal static bool IsSequence(JsonValue value) => IsMarked(value, SequenceMarks.Sequence);

    internal static bool IsWhole(JsonValue value) => IsMarked(value, SequenceMarks.Whole);

    /// <summary>Takes the wrapper off an input that is an array.</summary>
    internal static JsonValue Unwrap(JsonValue value) => IsMarked(value, SequenceMarks.Wrapper) ? ((JsonArray)value.Reference!)[0] : value;

    /// <summary>Reduces a sequence to what it counts as: nothing, its single value, or itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static JsonValue Reduce(JsonValue value, bool keepsArray = false) =>
        (value.Bits & SequenceMarks.Sequence) != 0 && value.Reference is JsonArray array ? ReduceArray(value, array, keepsArray) : value;

    private static JsonValue ReduceArray(JsonValue value, JsonArray array, bool keepsArray)
    {
        if (array.Count == 0)
        {
            return default;
        }

        if (keepsArray)
        {
            return JsonValue.FromReference(array, value.Bits | SequenceMarks.KeepsSingleton);
        }

        return array.Count == 1 && (value.Bits & SequenceMarks.KeepsSingleton) == 0 ? array[0] : value;
    }
}
