using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Compiled;

/// <summary>Writes down the tests of a condition as bytes: conditions on one path that ask the same have the same bytes.</summary>
internal sealed class ConditionKey : IValueTests
{
    private readonly List<byte> _bytes = [];

    public static byte[] Of(FieldCondition condition)
    {
        ConditionKey key = new();
        key._bytes.Add(condition.AcceptsAbsence ? (byte)'a' : (byte)'-');
        foreach (ValueOperator alternative in condition.Operators)
        {
            key._bytes.Add(alternative.IsComplement ? (byte)'!' : (byte)'|');
            alternative.Describe(key);
        }

        return [.. key._bytes];
    }

    public void Text(ReadOnlySpan<byte> text) => Add('t', text);

    public void Prefix(ReadOnlySpan<byte> text) => Add('p', text);

    public void Suffix(ReadOnlySpan<byte> text) => Add('s', text);

    public void FoldedText(FoldedText text) => Add('T', MemoryMarshal.AsBytes(text.Text.AsSpan()));

    public void FoldedPrefix(FoldedText text) => Add('P', MemoryMarshal.AsBytes(text.Text.AsSpan()));

    public void FoldedSuffix(FoldedText text) => Add('S', MemoryMarshal.AsBytes(text.Text.AsSpan()));

    public void Wildcard(WildcardShape shape) => Add('w', Encoding.UTF8.GetBytes(shape.Text));

    public void Address(IpAddress network, int networkBits)
    {
        Span<byte> bytes = stackalloc byte[18];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, network.Bits);
        bytes[16] = (byte)networkBits;
        bytes[17] = network.IsV6 ? (byte)6 : (byte)4;
        Add('i', bytes);
    }

    public void Number(double lower, double upper)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, lower);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[8..], upper);
        Add('n', lower == upper ? bytes[..8] : bytes);
    }

    public void NumberText(ReadOnlySpan<byte> text) => Add('N', text);

    public void Literal(EventValueKind literal) => Add('l', [(byte)literal]);

    /// <summary>The length stands before the text, so no two lists of tests look alike.</summary>
    private void Add(char kind, ReadOnlySpan<byte> text)
    {
        _bytes.Add((byte)kind);
        int length = text.Length;
        while (length > 0x7F)
        {
            _bytes.Add((byte)(length | 0x80));
            length >>= 7;
        }

        _bytes.Add((byte)length);
        _bytes.AddRange(text);
    }
}
