using System.Runtime.CompilerServices;

namespace LocalBridge.Json.Writing;

/// <summary>Holds the open arrays and objects of a walk over a tree: the first few in place, the rest on the heap, so that the depth is not bounded by the call stack and
/// most walks allocate nothing.</summary>
internal struct JsonTreeStack
{
    private const int InPlace = 4;

    private Frames _first;
    private JsonTreeFrame[]? _rest;

    internal int Count { get; private set; }

    internal void Push(in JsonTreeFrame frame)
    {
        int index = Count++;
        if (index < InPlace)
        {
            _first[index] = frame;
            return;
        }

        index -= InPlace;
        if (_rest is null || index == _rest.Length)
        {
            Array.Resize(ref _rest, Math.Max(InPlace, index * 2));
        }

        _rest[index] = frame;
    }

    internal bool TryPop(out JsonTreeFrame frame)
    {
        if (Count == 0)
        {
            frame = default;
            return false;
        }

        int index = --Count;
        frame = index < InPlace ? _first[index] : _rest![index - InPlace];
        return true;
    }

    [InlineArray(InPlace)]
    private struct Frames
    {
        private JsonTreeFrame _frame;
    }
}
