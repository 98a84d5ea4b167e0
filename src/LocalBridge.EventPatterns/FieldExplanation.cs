using System.Collections.Immutable;

namespace LocalBridge.EventPatterns;

/// <summary>Tells why one field of an event satisfies what a pattern asks of it, or does not.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class FieldExplanation
{
    internal FieldExplanation(string path, ImmutableArray<string> expected, ImmutableArray<string> found, int foundCount, bool isMatch, string reason)
    {
        Path = path;
        Expected = expected;
        Found = found;
        FoundCount = foundCount;
        IsMatch = isMatch;
        Reason = reason;
    }

    /// <summary>Gets the field's path, names joined with dots.</summary>
    public string Path { get; }

    /// <summary>Gets the alternatives of the pattern, each as its JSON text.</summary>
    public IReadOnlyList<string> Expected { get; }

    /// <summary>Gets the values of the event at this path as JSON text: the first ten, long ones cut short. Empty when there is none.</summary>
    public IReadOnlyList<string> Found { get; }

    /// <summary>Gets how many values the event has at this path.</summary>
    public int FoundCount { get; }

    /// <summary>Gets whether the field by itself is satisfied.</summary>
    public bool IsMatch { get; }

    /// <summary>Gets a sentence saying why the field is satisfied or not.</summary>
    public string Reason { get; }

    /// <summary>Returns one line: a mark, the path and the reason.</summary>
    public override string ToString() => $"  {(IsMatch ? "ok  " : "FAIL")} {Path}: {Reason}";
}
