using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LocalBridge.Json.Numbers;

/// <summary>Writes doubles in the shortest form that reads back equal, laid out as ECMAScript's Number::toString does.</summary>
internal static class NumberFormatter
{
    /// <summary>The longest text: 17 digits, sign, point and exponent, or 21 digits with up to six zeros in front.</summary>
    internal const int MaximumLength = 32;

    // Below this bound an integral double converts to Int64 and back without loss.
    private const double LargestExactInteger = 9_007_199_254_740_992;

    internal static string Format(double value)
    {
        Span<byte> buffer = stackalloc byte[MaximumLength];
        int length = Format(value, buffer);
        return Encoding.Latin1.GetString(buffer[..length]);
    }

    /// <summary>Writes the text into the buffer, which has <see cref="MaximumLength"/> bytes, and returns its length.</summary>
    internal static int Format(double value, Span<byte> buffer)
    {
        if (Math.Abs(value) < LargestExactInteger && Math.Truncate(value) == value)
        {
            bool integerFits = ((long)value).TryFormat(buffer, out int written, default, CultureInfo.InvariantCulture);
            Debug.Assert(integerFits, "An integer below 2^53 has at most 17 characters.");
            return written;
        }

        if (!double.IsFinite(value))
        {
            // JSON has no such number; ECMAScript's JSON.stringify writes null.
            "null"u8.CopyTo(buffer);
            return "null"u8.Length;
        }

        bool fits = value.TryFormat(buffer, out int length, "R", CultureInfo.InvariantCulture);
        Debug.Assert(fits, "The shortest form of a double has at most 24 characters.");
        int exponent = buffer[..length].IndexOf((byte)'E');
        return exponent < 0 ? length : LayOut(buffer, length, exponent);
    }

    /// <summary>Lays out a text the runtime wrote with the format E, without the zeros at the end of its digits.</summary>
    internal static int LayOutShortest(Span<byte> buffer, int length)
    {
        int exponent = buffer[..length].IndexOf((byte)'E');
        int digits = buffer[..exponent].TrimEnd((byte)'0').Length;
        buffer[exponent..length].CopyTo(buffer[digits..]);
        return LayOut(buffer, length - (exponent - digits), digits);
    }

    // The runtime switches to an exponent at 1E+15 and below 1E-04, ECMAScript at 1e21 and below 1e-6.
    private static int LayOut(Span<byte> buffer, int length, int exponentAt)
    {
        int exponent = int.Parse(buffer[(exponentAt + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        bool negative = buffer[0] == '-';
        Span<byte> digits = stackalloc byte[MaximumLength];
        int count = 0;
        foreach (byte character in buffer[(negative ? 1 : 0)..exponentAt])
        {
            if (character != '.')
            {
                digits[count++] = character;
            }
        }

        digits = digits[..count];
        var target = new Target(buffer);
        if (negative)
        {
            target.Append((byte)'-');
        }

        int point = exponent + 1;
        if (point >= count && point <= 21)
        {
            target.Append(digits);
            target.AppendZeros(point - count);
        }
        else if (point is > 0 and <= 21)
        {
            target.Append(digits[..point]);
            target.Append((byte)'.');
            target.Append(digits[point..]);
        }
        else if (point is > -6 and <= 0)
        {
            target.Append("0."u8);
            target.AppendZeros(-point);
            target.Append(digits);
        }
        else
        {
            target.Append(digits[0]);
            if (count > 1)
            {
                target.Append((byte)'.');
                target.Append(digits[1..]);
            }

            target.Append(exponent < 0 ? "e-"u8 : "e+"u8);
            target.AppendNumber(Math.Abs(exponent));
        }

        return target.Length;
    }

    private ref struct Target(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;

        internal int Length { get; private set; }

        internal void Append(byte character) => _buffer[Length++] = character;

        internal void Append(scoped ReadOnlySpan<byte> text)
        {
            text.CopyTo(_buffer[Length..]);
            Length += text.Length;
        }

        internal void AppendZeros(int count)
        {
            _buffer.Slice(Length, count).Fill((byte)'0');
            Length += count;
        }

        internal void AppendNumber(int number)
        {
            bool fits = number.TryFormat(_buffer[Length..], out int written, default, CultureInfo.InvariantCulture);
            Debug.Assert(fits, "An exponent has at most three digits.");
            Length += written;
        }
    }
}
