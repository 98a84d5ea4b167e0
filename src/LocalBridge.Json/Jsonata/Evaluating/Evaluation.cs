using System.Diagnostics;
using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Evaluating;

/// <summary>Holds the state of one evaluation: its stack, its variables, its limits, and what it has made.</summary>
/// <remarks>One thread uses it at a time. An expression keeps one to use again, so that most evaluations allocate only their results.</remarks>
internal sealed partial class Evaluation(JsonataExpression expression)
{
    private const int FirstStack = 64;

    // A stack that one evaluation made large is not kept for the next.
    private const int LargestKept = 4096;

    private JsonValue[] _stack = new JsonValue[FirstStack];

    // The first place that has never been used: everything below has to be cleared at the end, so that nothing is kept alive.
    private int _high;

    internal JsonataExpression Expression { get; } = expression;

    /// <summary>Gets or sets the first free place of the stack.</summary>
    internal int Top { get; set; }

    /// <summary>Gets or sets the first place of the function that runs.</summary>
    internal int Base { get; set; }

    /// <summary>Gets or sets the innermost frame on the heap.</summary>
    internal Frame? Frame { get; set; }

    /// <summary>Gets the whole input.</summary>
    internal JsonValue Root { get; private set; }

    /// <summary>Gets the variables given to the evaluation that the expression uses.</summary>
    internal JsonValue[] Globals { get; private set; } = [];

    /// <summary>Gets or sets the context value of the call that runs, which stands in for arguments left out in tail calls.</summary>
    internal JsonValue CallContext { get; set; }

    internal ref JsonValue this[int index] => ref _stack[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref JsonValue Local(int slot) => ref _stack[Base + slot];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Push(JsonValue value)
    {
        JsonValue[] stack = _stack;
        int top = Top;
        if ((uint)top < (uint)stack.Length)
        {
            stack[top] = value;
            Top = top + 1;
        }
        else
        {
            PushSlowly(value);
        }
    }

    /// <summary>Pushes what a result adds to a sequence: the elements of an array, or the value itself.</summary>
    internal void PushFlat(JsonValue value)
    {
        if (value.Reference is JsonArray array && (value.Bits & SequenceMarks.Whole) == 0)
        {
            PushAll(array.AsSpan());
        }
        else
        {
            Push(value);
            Note(value);
        }
    }

    internal void PushAll(ReadOnlySpan<JsonValue> values)
    {
        Reserve(values.Length);
        values.CopyTo(_stack.AsSpan(Top));
        Top += values.Length;
    }

    /// <summary>Makes sure that so many values fit above the top.</summary>
    internal void Reserve(int count)
    {
        if (_stack.Length - Top < count)
        {
            Grow(count);
        }
    }

    internal Span<JsonValue> Window(int from, int count) => _stack.AsSpan(from, count);

    /// <summary>Takes the values above a mark off the stack, as a marked array.</summary>
    internal JsonValue PopArray(int mark, long marks)
    {
        CheckLength(Top - mark);
        JsonValue[] items = _stack.AsSpan(mark, Top - mark).ToArray();
        Pop(mark);
        return Sequence.Of(items, marks);
    }

    /// <summary>Takes the values above a mark off the stack, reduced to what the sequence counts as.</summary>
    internal JsonValue PopSequence(int mark, bool keepsArray)
    {
        int count = Top - mark;
        if (count == 0)
        {
            return default;
        }

        if (count == 1 && !keepsArray)
        {
            JsonValue single = _stack[mark];
            Pop(mark);
            return single;
        }

        return PopArray(mark, keepsArray ? SequenceMarks.Sequence | SequenceMarks.KeepsSingleton : SequenceMarks.Sequence);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Pop(int mark)
    {
        if (Top > _high)
        {
            _high = Top;
        }

        Top = mark;
    }

    /// <summary>Remembers that a value with marks, or a function, goes into an array or object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Note(JsonValue value)
    {
        if (value.Bits != 0 || value.Reference is not (null or string or JsonObject or JsonArray))
        {
            NoteSlowly(value);
        }
    }

    private void NoteSlowly(JsonValue value)
    {
        if (value.Reference is JsonArray)
        {
            HoldsMarks = true;
        }
        else if (value.Reference is not (null or Numbers.JsonNumber))
        {
            HoldsFunctions = true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PushSlowly(JsonValue value)
    {
        Grow(1);
        _stack[Top++] = value;
    }

    private void Grow(int count)
    {
        int needed = checked(Top + count);
        if (needed > (Limits.SequenceLength * 2L) + 1_000_000)
        {
            throw Limits.SequenceFault(needed);
        }

        CheckTime();
        Array.Resize(ref _stack, Math.Max(needed, _stack.Length * 2));
    }

    private void ClearStack()
    {
        Pop(0);
        if (_stack.Length > LargestKept)
        {
            _stack = new JsonValue[FirstStack];
        }
        else
        {
            Array.Clear(_stack, 0, _high);
        }

        _high = 0;
        Debug.Assert(Top == 0, "Nothing is left on the stack.");
    }
}
