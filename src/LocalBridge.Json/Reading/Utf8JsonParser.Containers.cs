using System.Buffers;
using System.Text;

namespace LocalBridge.Json.Reading;

internal ref partial struct Utf8JsonParser
{
    // Up to here a repeated name is looked for by comparing, beyond by an index, which the object then keeps.
    private const int LargestLinear = 16;

    private static void Grow<T>(ref T[] array, int used)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.AsSpan(0, used).CopyTo(larger);
        Return(array, used);
        array = larger;
    }

    // The pool must not keep values of this text alive.
    private static void Return<T>(T[] array, int used)
    {
        array.AsSpan(0, used).Clear();
        ArrayPool<T>.Shared.Return(array);
    }

    private readonly void Release()
    {
        Return(_values, _valueHighWater);
        Return(_names, _nameHighWater);
        Return(_frames, _framesUsed);
    }

    private bool TryReadName()
    {
        if (Peek() != '"')
        {
            return Fail("a name in double quotes");
        }

        ref JsonReadFrame frame = ref _frames[_depth - 1];
        int namesBefore = frame.NameCount;
        int nameAt = _position;
        ReadOnlySpan<byte> rest = _json[(nameAt + 1)..];
        int end = rest.IndexOfAny(EndOfPlainString);
        if (end >= 0 && rest[end] == '"')
        {
            _position += end + 2;
            AddName(rest[..end]);
        }
        else if (TryReadString(out string name))
        {
            LeavePrediction();
            AddName(name);
        }
        else
        {
            return false;
        }

        if (_options.DuplicateNames == DuplicateNames.Reject && frame.NameCount == namesBefore)
        {
            _position = nameAt;
            return FailWith($"The name '{MemberName(ref frame)}' occurs twice in one object.");
        }

        if (!SkipBlanks())
        {
            return false;
        }

        if (Peek() != ':')
        {
            return Fail("':'");
        }

        _position++;
        return true;
    }

    private readonly string MemberName(ref JsonReadFrame frame) => frame.Predicted?.Names[frame.Member] ?? _names[frame.NameStart + frame.Member];

    private void AddName(ReadOnlySpan<byte> utf8)
    {
        ref JsonReadFrame frame = ref _frames[_depth - 1];
        if (frame.Predicted is { } predicted)
        {
            string[] names = predicted.Names;
            if (frame.NameCount < names.Length && Ascii.Equals(utf8, names[frame.NameCount]))
            {
                frame.Member = frame.NameCount++;
                return;
            }

            LeavePrediction();
        }

        AddName(PropertyNameCache.Shared.Intern(utf8));
    }

    private void LeavePrediction()
    {
        ref JsonReadFrame frame = ref _frames[_depth - 1];
        if (frame.Predicted is not { } predicted)
        {
            return;
        }

        frame.Predicted = null;
        foreach (string name in predicted.Names.AsSpan(0, frame.NameCount))
        {
            PushName(name);
        }

        if (frame.NameCount > LargestLinear)
        {
            frame.Index = JsonObjectShape.CreateIndex(_names.AsSpan(frame.NameStart, frame.NameCount), frame.NameCount * 2);
        }
    }

    private void AddName(string name)
    {
        ref JsonReadFrame frame = ref _frames[_depth - 1];
        int known = Find(ref frame, name);
        if (known >= 0)
        {
            frame.Member = known;
            return;
        }

        PushName(name);
        frame.Member = frame.NameCount++;
        if (frame.Index is not null)
        {
            frame.Index.Add(name, frame.Member);
        }
        else if (frame.NameCount > LargestLinear)
        {
            frame.Index = JsonObjectShape.CreateIndex(_names.AsSpan(frame.NameStart, frame.NameCount), frame.NameCount * 2);
        }
    }

    private readonly int Find(ref JsonReadFrame frame, string name)
    {
        if (frame.Index is not null)
        {
            return frame.Index.TryGetValue(name, out int position) ? position : -1;
        }

        ReadOnlySpan<string> names = _names.AsSpan(frame.NameStart, frame.NameCount);
        for (int i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], name))
            {
                return i;
            }
        }

        return -1;
    }

    private void PushName(string name)
    {
        if (_nameCount == _names.Length)
        {
            Grow(ref _names, _nameCount);
        }

        _names[_nameCount++] = name;
        _nameHighWater = Math.Max(_nameHighWater, _nameCount);
    }

    private void Store(JsonValue value)
    {
        ref JsonReadFrame frame = ref _frames[_depth - 1];
        int at = frame.IsObject ? frame.ValueStart + frame.Member : _valueCount;
        if (at == _values.Length)
        {
            Grow(ref _values, _valueCount);
        }

        _values[at] = value;
        if (at == _valueCount)
        {
            _valueCount++;
            _valueHighWater = Math.Max(_valueHighWater, _valueCount);
        }
    }

    private JsonValue Close()
    {
        ref JsonReadFrame frame = ref _frames[--_depth];
        JsonValue[] items = _values.AsSpan(frame.ValueStart, _valueCount - frame.ValueStart).ToArray();
        _valueCount = frame.ValueStart;
        if (!frame.IsObject)
        {
            return JsonArray.FromStorage(items, items.Length);
        }

        JsonObjectShape? shape = frame.Predicted;
        if (shape is null || shape.Names.Length != frame.NameCount)
        {
            LeaveShape(ref frame, shape);
            shape = new JsonObjectShape(_names.AsSpan(frame.NameStart, frame.NameCount).ToArray(), frame.Index);
            frame.LastShape = shape;
        }

        _nameCount = frame.NameStart;
        return new JsonObject(shape, items);
    }

    // The object ended before the predicted shape did.
    private void LeaveShape(ref JsonReadFrame frame, JsonObjectShape? shape)
    {
        if (shape is not null)
        {
            foreach (string name in shape.Names.AsSpan(0, frame.NameCount))
            {
                PushName(name);
            }
        }
    }
}
