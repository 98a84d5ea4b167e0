namespace LocalBridge.EventPatterns.Matching;

/// <summary>Objects and arrays, without recursion.</summary>
internal ref partial struct EventChecker
{
    /// <summary>Reads a container without recursion: what is open is one bit each, set for an object.</summary>
    private void CheckContainer()
    {
        Span<ulong> objects = stackalloc ulong[(EventError.MaximumDepth / 64) + 1];
        int open = 0;
        while (true)
        {
            byte first = Peek("a value");
            if (first is (byte)'{' or (byte)'[')
            {
                ThrowIfTooDeep(open + 1);
                if (Enter(objects, open, first == '{'))
                {
                    open++;
                    continue;
                }
            }
            else
            {
                ReadScalar(first);
            }

            if (!GoOn(objects, ref open))
            {
                return;
            }
        }
    }

    /// <summary>Reads the start of a container up to its first value; an empty container is read as a whole, and the answer is false.</summary>
    private bool Enter(scoped Span<ulong> objects, int index, bool isObject)
    {
        _position++;
        if (Peek(isObject ? "a field name or the end of the object" : "a value or the end of the array") == (isObject ? '}' : ']'))
        {
            _position++;
            return false;
        }

        ulong bit = 1UL << (index & 63);
        objects[index >> 6] = isObject ? objects[index >> 6] | bit : objects[index >> 6] & ~bit;
        if (isObject)
        {
            ReadName();
        }

        return true;
    }

    private readonly void ThrowIfTooDeep(int depth)
    {
        if (depth > EventError.MaximumDepth)
        {
            throw EventError.TooDeep(_data, _position);
        }
    }

    /// <summary>After a value: closes what ends here, and reads the comma (and name) before the next value. False when nothing is open any more.</summary>
    private bool GoOn(scoped Span<ulong> objects, ref int open)
    {
        while (open > 0)
        {
            bool isObject = (objects[(open - 1) >> 6] >> ((open - 1) & 63) & 1) != 0;
            byte b = Peek("a comma or the end of an object or array");
            if (b == ',')
            {
                _position++;
                if (isObject)
                {
                    ReadName();
                }

                return true;
            }

            if (b != (isObject ? '}' : ']'))
            {
                throw Unexpected(isObject ? "a comma or the end of the object" : "a comma or the end of the array");
            }

            _position++;
            open--;
        }

        return false;
    }
}
