namespace LocalBridge.EventPatterns.Operators;

/// <summary>A test of a text that cannot be answered by a look-up alone. Immutable; equal when it asks the same.</summary>
internal abstract class TextGuard : IEquatable<TextGuard>
{
    /// <summary>The pairs of bytes that a text must hold to be accepted; see <see cref="TextSignature"/>. Spares most texts the test.</summary>
    public virtual ulong Signature => 0;

    public abstract bool Accepts(ReadOnlySpan<byte> text);

    public abstract bool Equals(TextGuard? other);

    public sealed override bool Equals(object? obj) => Equals(obj as TextGuard);

    public abstract override int GetHashCode();
}
