using System.Buffers;
using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Definitions;

public sealed partial class StateMachineDefinition : IEquatable<StateMachineDefinition>
{
    // The written form is immutable and the same whoever makes it, so that two threads may both make it.
    private JsonObject? _written;

    /// <summary>Gets the definition as a JSON value: what <see cref="ToJson"/> writes.</summary>
    internal JsonValue Written => _written ??= StateMachineWriter.Write(this);

    /// <summary>Writes the definition in Amazon States Language, compactly.</summary>
    /// <returns>The text. Fields at their defaults and older names (<c>Iterator</c>) are normalized; <see cref="Json"/> is the text as it was read.</returns>
    /// <exception cref="InsufficientExecutionStackException">States or conditions are nested deeper than this thread's stack allows.</exception>
    public string ToJson() => Written.ToJson();

    /// <summary>Writes the definition in Amazon States Language, with a line for each field.</summary>
    /// <returns>The text; lines end with a line feed.</returns>
    /// <exception cref="InsufficientExecutionStackException">States or conditions are nested deeper than this thread's stack allows.</exception>
    public string ToIndentedJson() => Written.ToIndentedJson();

    /// <summary>Writes the definition in Amazon States Language, compactly, in UTF-8.</summary>
    /// <returns>The bytes.</returns>
    /// <exception cref="InsufficientExecutionStackException">States or conditions are nested deeper than this thread's stack allows.</exception>
    public byte[] ToUtf8() => Written.ToUtf8();

    /// <summary>Writes the definition in Amazon States Language, compactly, in UTF-8.</summary>
    /// <param name="writer">Where to write.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is <see langword="null"/>.</exception>
    /// <exception cref="InsufficientExecutionStackException">States or conditions are nested deeper than this thread's stack allows.</exception>
    public void WriteTo(IBufferWriter<byte> writer) => Written.WriteTo(writer);

    /// <summary>Compares by content: two definitions are equal when they describe the same machine, comments included. How the texts were
    /// laid out does not count, nor do fields that only state a default.</summary>
    /// <param name="other">The other definition.</param>
    /// <returns><see langword="true"/> where they are equal.</returns>
    public bool Equals(StateMachineDefinition? other) => other is not null && (ReferenceEquals(this, other) || Written.Equals(other.Written));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StateMachineDefinition);

    /// <inheritdoc/>
    public override int GetHashCode() => Written.GetHashCode();
}
