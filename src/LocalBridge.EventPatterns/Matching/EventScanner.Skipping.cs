using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>Finding the ends of things, many bytes at a time.</summary>
internal ref partial struct EventScanner
{
    /// <summary>Finds the quote that ends a string or name.</summary>
    /// <param name="position">Behind the opening quote.</param>
    /// <param name="hasEscapes">Whether there is a backslash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int FindQuote(int position, out bool hasEscapes)
    {
        if (position + Vector256<byte>.Count <= _length)
        {
            Vector256<byte> bytes = Vector256.LoadUnsafe(ref _data, (nuint)position);
            uint ends = (Vector256.Equals(bytes, Vector256.Create((byte)'"')) | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))).ExtractMostSignificantBits();
            if (ends != 0)
            {
                int end = position + BitOperations.TrailingZeroCount(ends);
                if (Unsafe.Add(ref _data, end) == '"')
                {
                    hasEscapes = false;
                    return end;
                }
            }
        }

        return FindDistantQuote(position, out hasEscapes);
    }

    private readonly int FindDistantQuote(int position, out bool hasEscapes)
    {
        hasEscapes = false;
        while (position < _length)
        {
            int run = _event[position..].IndexOfAny((byte)'"', (byte)'\\');
            if (run < 0)
            {
                break;
            }

            position += run;
            if (_event[position] == '"')
            {
                return position;
            }

            hasEscapes = true;
            position += 2;
        }

        throw EventError.At(_event, _length, "the text ends inside a string");
    }

    /// <summary>Finds the quote that ends a name. A plain name has neither escapes nor dots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int FindNameEnd(int position, out bool isPlain)
    {
        if (position + Vector256<byte>.Count <= _length)
        {
            Vector256<byte> bytes = Vector256.LoadUnsafe(ref _data, (nuint)position);
            uint quotes = Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits();
            uint special = (Vector256.Equals(bytes, Vector256.Create((byte)'\\')) | Vector256.Equals(bytes, Vector256.Create((byte)'.'))).ExtractMostSignificantBits();
            uint before = quotes ^ (quotes - 1);
            if (quotes != 0 && (special & before) == 0)
            {
                isPlain = true;
                return position + BitOperations.TrailingZeroCount(quotes);
            }
        }

        int end = FindDistantQuote(position, out bool hasEscapes);
        isPlain = !hasEscapes && !_event[position..end].Contains((byte)'.');
        return end;
    }

    /// <summary>Finds what ends a number or literal: a comma, a closing bracket or a space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int FindScalarEnd(int position)
    {
        if (position + Vector256<byte>.Count <= _length)
        {
            Vector256<byte> bytes = Vector256.LoadUnsafe(ref _data, (nuint)position);
            Vector256<byte> ends = Vector256.Equals(bytes, Vector256.Create((byte)','))
                | Vector256.Equals(bytes | Vector256.Create((byte)0x20), Vector256.Create((byte)'}'))
                | Vector256.LessThan(bytes, Vector256.Create((byte)0x21));
            uint bits = ends.ExtractMostSignificantBits();
            if (bits != 0)
            {
                return position + BitOperations.TrailingZeroCount(bits);
            }
        }

        while (position < _length && _event[position] is > 0x20 and not ((byte)',' or (byte)'}' or (byte)']'))
        {
            position++;
        }

        return position;
    }

    private readonly int SkipValue(int position, byte first) => first switch
    {
        (byte)'"' => FindQuote(position + 1, out _) + 1,
        (byte)'{' or (byte)'[' => SkipContainer(position + 1),
        _ => SkipScalar(position),
    };

    /// <summary>Passes over a number or literal, and over at least one byte: no text, however wrong, stops the scan from moving on.</summary>
    private readonly int SkipScalar(int position) => Math.Max(FindScalarEnd(position), position + 1);

    /// <summary>Passes over the rest of an object or array without looking inside.</summary>
    /// <param name="position">Somewhere in it, outside strings and what it contains.</param>
    /// <returns>The position behind its closing bracket.</returns>
    private readonly int SkipContainer(int position)
    {
        int depth = 1;
        ulong escape = 0;
        ulong inString = 0;
        while (true)
        {
            JsonBlock block = position + JsonBlock.Size <= _length ? JsonBlock.Read(ref Unsafe.Add(ref _data, position)) : ReadLastBlock(position);
            block.RemoveStrings(ref escape, ref inString);
            int closing = BitOperations.PopCount(block.Closes);
            if (closing >= depth)
            {
                int end = FindEnd(block, depth);
                if (end >= 0)
                {
                    return position + end + 1;
                }
            }

            depth += BitOperations.PopCount(block.Opens) - closing;
            position += JsonBlock.Size;
        }
    }

    /// <summary>The bracket in a block that closes the outermost container, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindEnd(JsonBlock block, int depth)
    {
        ulong closes = block.Closes;
        for (int closed = 1; closes != 0; closed++)
        {
            ulong before = (closes & (0 - closes)) - 1;
            if (depth + BitOperations.PopCount(block.Opens & before) == closed)
            {
                return BitOperations.TrailingZeroCount(closes);
            }

            closes &= closes - 1;
        }

        return -1;
    }

    /// <summary>Reads the bytes at the end of the event, which do not fill a block.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly JsonBlock ReadLastBlock(int position)
    {
        if (position >= _length)
        {
            throw EventError.At(_event, _length, "the text ends inside an object or array");
        }

        Span<byte> bytes = stackalloc byte[JsonBlock.Size];
        bytes.Clear();
        _event[position..].CopyTo(bytes);
        return JsonBlock.Read(ref bytes[0]);
    }
}
