using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LocalBridge.EventPatterns.Automata;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>Walks an event once along the steps that rules mention, passes over everything else, and tells the scratch what it finds.</summary>
/// <remarks>
/// The event is taken to be well-formed. If it is not, the scan throws or finds something else, but it reads nothing outside the event and always moves on.
/// </remarks>
internal ref partial struct EventScanner
{
    /// <summary>Returned in place of a position when nothing that follows can change the verdict.</summary>
    private const int Stop = -1;

    private readonly ReadOnlySpan<byte> _event;
    private readonly ref byte _data;
    private readonly int _length;
    private readonly Automaton _automaton;
    private readonly MatchScratch _scratch;
    private readonly bool _isUnique;
    private readonly bool _notesAll;
    private int _depth;
    private int _openArrays;

    /// <param name="utf8Event">The event.</param>
    /// <param name="scratch">What is told; its automaton says what to look for.</param>
    /// <param name="isUnique">Whether no object repeats a key and no key has a dot.</param>
    public EventScanner(ReadOnlySpan<byte> utf8Event, MatchScratch scratch, bool isUnique)
    {
        _event = utf8Event;
        _data = ref MemoryMarshal.GetReference(utf8Event);
        _length = utf8Event.Length;
        _automaton = scratch.Automaton;
        _scratch = scratch;
        _notesAll = scratch.Seen is not null;
        _isUnique = isUnique && !_notesAll;
    }

    /// <summary>Whether the scan stopped because no rule can match.</summary>
    public bool IsHopeless { get; private set; }

    public void Run()
    {
        int position = SkipSpace(0);
        if (position == _length || _event[position] != '{')
        {
            throw EventError.Unexpected(_event, position, "a JSON object (an event must be one)");
        }

        ReadObject(_automaton.Root, position + 1, 0, isLast: true);
    }

    /// <summary>Reads an object on the way to fields that rules mention.</summary>
    /// <param name="node">The step.</param>
    /// <param name="position">Behind the opening brace.</param>
    /// <param name="scope">The innermost array element around the values, or 0.</param>
    /// <param name="isLast">Whether nothing that matters can follow the object.</param>
    /// <returns>The position behind the object, or <see cref="Stop"/>.</returns>
    private int ReadObject(FieldNode node, int position, int scope, bool isLast)
    {
        Enter(position);
        int left = _isUnique ? node.ChildCount : int.MaxValue;
        while (true)
        {
            byte b = ByteAt(position);
            if (b != '"')
            {
                if (b == '}')
                {
                    _depth--;
                    return position + 1;
                }

                position = PassSeparator(position, b, "a field name or the end of the object");
                continue;
            }

            int start = position + 1;
            int end = FindNameEnd(start, out bool isPlain);
            FieldNode? child = !isPlain ? FindSlowly(node, start, end, ref left)
                : node.MayHave(end - start, ByteAt(start)) ? node.Find(Slice(start, end))
                : null;
            position = PassColon(end + 1);
            b = ByteAt(position);
            if (child is null)
            {
                position = SkipValue(position, b);
                continue;
            }

            left--;
            position = ReadValue(child, position, b, scope, isLast && left == 0);
            if (position < 0)
            {
                return Stop;
            }

            if (left == 0)
            {
                // Each step below comes once, and all have come.
                _depth--;
                return isLast ? Stop : SkipContainer(position);
            }
        }
    }

    private int ReadArray(FieldNode node, int position, int scope)
    {
        Enter(position);
        _openArrays++;
        int array = -1;
        bool keepsScopes = _notesAll || node.CoupledPaths > 0;
        while (true)
        {
            byte b = ByteAt(position);
            if (b == ']')
            {
                _openArrays--;
                _depth--;
                return position + 1;
            }

            if (b is (byte)',' or <= 0x20)
            {
                position = PassSeparator(position, b, "an element or the end of the array");
                continue;
            }

            bool isContainer = b == '[' || (b == '{' && node.ChildCount > 0);
            int inner = keepsScopes && isContainer ? OpenScope(scope, ref array) : scope;
            position = ReadValue(node, position, b, inner, isLast: false);
            if (inner != scope)
            {
                CloseScope(inner);
            }

            if (position < 0)
            {
                return Stop;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadValue(FieldNode node, int position, byte first, int scope, bool isLast)
    {
        FieldTests? tests = node.Tests;
        if (first is (byte)'{' or (byte)'[')
        {
            return ReadContainer(node, position, first, scope, isLast);
        }

        if (tests is null)
        {
            return first == '"' ? FindQuote(position + 1, out _) + 1 : SkipScalar(position);
        }

        return ReadScalar(tests, position, first, scope);
    }

    private int ReadContainer(FieldNode node, int position, byte first, int scope, bool isLast)
    {
        if (_notesAll && node.Tests is not null)
        {
            _scratch.Seen!.Add(new SeenValue(node.Tests.Path, position, 0, first));
        }

        return first == '[' ? ReadArray(node, position + 1, scope)
            : node.ChildCount == 0 ? SkipContainer(position + 1)
            : ReadObject(node, position + 1, scope, isLast);
    }

    /// <summary>Follows a name with escapes or dots. A name with dots is several steps.</summary>
    private readonly FieldNode? FindSlowly(FieldNode node, int start, int end, ref int left)
    {
        ReadOnlySpan<byte> name = _event[start..end];
        if (name.Contains((byte)'\\'))
        {
            Span<byte> buffer = _scratch.NameBuffer(name.Length);
            name = buffer[..JsonEscapes.Unescape(name, buffer)];
        }

        if (name.Contains((byte)'.'))
        {
            // Other names may lead to the same step, so having come here does not mean that it is done with.
            left = int.MaxValue;
        }

        FieldNode? next = node;
        foreach (Range range in name.Split((byte)'.'))
        {
            next = next.Find(name[range]);
            if (next is null)
            {
                break;
            }
        }

        return next;
    }

    private readonly int OpenScope(int scope, ref int array)
    {
        if (array < 0)
        {
            array = _scratch.ArrayCount++;
        }

        _scratch.Scopes.Add(new ArrayScope(scope, array, _scratch.Records.Count, _scratch.Records.Count));
        return _scratch.Scopes.Count;
    }

    private readonly void CloseScope(int scope)
    {
        // An element in which nothing was found cannot matter: forgetting it keeps memory to what was found.
        ref ArrayScope closed = ref _scratch.Scopes[scope - 1];
        closed.EndRecord = _scratch.Records.Count;
        if (closed.FirstRecord == closed.EndRecord)
        {
            _scratch.Scopes.Count = scope - 1;
        }
    }

    private void Enter(int position)
    {
        // A bus wraps details of the greatest depth in an envelope, and has checked them: one level more is no reason to stop.
        if (++_depth > EventError.MaximumDepth + 1)
        {
            throw EventError.TooDeep(_event, position - 1);
        }

        if ((_depth & 15) == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw EventError.At(_event, position - 1, "objects and arrays are nested deeper than this thread's stack allows");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte ByteAt(int position)
    {
        if ((uint)position >= (uint)_length)
        {
            ThrowAtEnd();
        }

        return Unsafe.Add(ref _data, position);
    }

    private readonly void ThrowAtEnd() => throw EventError.At(_event, _length, "the text ends inside an object or array");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ReadOnlySpan<byte> Slice(int start, int end) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _data, start), end - start);

    private readonly int SkipSpace(int position)
    {
        while (position < _length && _event[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            position++;
        }

        return position;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int PassSeparator(int position, byte found, string expected) =>
        found is (byte)',' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' ? position + 1 : throw EventError.Unexpected(_event, position, expected);

    /// <summary>Moves from behind a name to its value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int PassColon(int position)
    {
        if (position + 1 < _length && Unsafe.Add(ref _data, position) == ':' && Unsafe.Add(ref _data, position + 1) > 0x20)
        {
            return position + 1;
        }

        return PassDistantColon(position);
    }

    private readonly int PassDistantColon(int position)
    {
        position = SkipSpace(position);
        return position < _length && _event[position] == ':' ? SkipSpace(position + 1) : throw EventError.Unexpected(_event, position, "a colon between field name and value");
    }
}
