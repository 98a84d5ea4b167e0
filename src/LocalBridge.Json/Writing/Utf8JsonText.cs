using System.Buffers;
using System.Globalization;
using System.Text;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json.Writing;

/// <summary>
/// Collects JSON text in a pooled buffer. Strings are escaped as little as JSON allows: quote, backslash and control characters,
/// and lone surrogates, which UTF-8 cannot say.
/// </summary>
internal ref struct Utf8JsonText
{
    private const int FirstCapacity = 256;
    private const int LongestEscape = 6;
    private const int LongestCharacter = 3;

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    private byte[] _buffer;
    private int _length;

    public Utf8JsonText() => _buffer = ArrayPool<byte>.Shared.Rent(FirstCapacity);

    internal readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Returns the bytes that a string takes between its quotes.</summary>
    internal static int CountString(ReadOnlySpan<char> text)
    {
        int count = Encoding.UTF8.GetByteCount(text);
        if (text.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            // The encoder counts three bytes for a lone surrogate, the escape takes six.
            ReadOnlySpan<char> rest = text;
            while (!rest.IsEmpty)
            {
                OperationStatus status = Rune.DecodeFromUtf16(rest, out _, out int consumed);
                count += status == OperationStatus.Done ? 0 : LongestEscape - LongestCharacter;
                rest = rest[consumed..];
            }
        }

        int at = text.IndexOfAny(Escaped);
        while (at >= 0)
        {
            count += text[at] is '"' or '\\' or '\b' or '\t' or '\n' or '\f' or '\r' ? 1 : LongestEscape - 1;
            text = text[(at + 1)..];
            at = text.IndexOfAny(Escaped);
        }

        return count;
    }

    internal void Append(byte character)
    {
        if (_length == _buffer.Length)
        {
            Grow(1);
        }

        _buffer[_length++] = character;
    }

    internal void Append(scoped ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
    }

    internal void AppendBlanks(int count)
    {
        Reserve(count)[..count].Fill((byte)' ');
        _length += count;
    }

    internal void AppendNumber(JsonValue number)
    {
        Span<byte> target = Reserve(NumberFormatter.MaximumLength);
        if (number.IsInt64(out long integer))
        {
            _ = integer.TryFormat(target, out int written, default, CultureInfo.InvariantCulture);
            _length += written;
        }
        else if (((JsonNumber)number.Reference!).Text is { } text)
        {
            _length += Encoding.UTF8.GetBytes(text, Reserve(text.Length));
        }
        else
        {
            _length += NumberFormatter.Format(number.GetDouble(), target);
        }
    }

    internal void AppendString(string text)
    {
        Append((byte)'"');
        ReadOnlySpan<char> rest = text;
        while (true)
        {
            int end = rest.IndexOfAny(Escaped);
            AppendPlain(end < 0 ? rest : rest[..end]);
            if (end < 0)
            {
                break;
            }

            AppendEscape(rest[end]);
            rest = rest[(end + 1)..];
        }

        Append((byte)'"');
    }

    internal readonly void Release() => ArrayPool<byte>.Shared.Return(_buffer);

    private void AppendPlain(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            Span<byte> target = Reserve(checked(text.Length * LongestCharacter));
            OperationStatus status = System.Text.Unicode.Utf8.FromUtf16(text, target, out int read, out int written, replaceInvalidSequences: false);
            _length += written;
            if (status == OperationStatus.Done)
            {
                return;
            }

            AppendCode(text[read]);
            text = text[(read + 1)..];
        }
    }

    private void AppendEscape(char character)
    {
        byte letter = character switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\b' => (byte)'b',
            '\t' => (byte)'t',
            '\n' => (byte)'n',
            '\f' => (byte)'f',
            '\r' => (byte)'r',
            _ => 0,
        };
        if (letter == 0)
        {
            AppendCode(character);
            return;
        }

        Append((byte)'\\');
        Append(letter);
    }

    private void AppendCode(char character)
    {
        Append("\\u"u8);
        _ = ((ushort)character).TryFormat(Reserve(LongestEscape), out int written, "X4", CultureInfo.InvariantCulture);
        _length += written;
    }

    private Span<byte> Reserve(int more)
    {
        if (_buffer.Length - _length < more)
        {
            Grow(more);
        }

        return _buffer.AsSpan(_length);
    }

    private void Grow(int more)
    {
        long wanted = Math.Max((long)_length + more, _buffer.Length * 2L);
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(wanted, Math.Max(Array.MaxLength, (long)_length + more)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
