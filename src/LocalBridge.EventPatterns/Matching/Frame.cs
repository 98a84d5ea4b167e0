namespace LocalBridge.EventPatterns.Matching;

/// <summary>An open object or array on a path the pattern mentions.</summary>
internal struct Frame
{
    /// <summary>The step of the path reached; an array is at the same step as its elements.</summary>
    public int Node;

    /// <summary>The innermost array element the container lies in, itself included.</summary>
    public int Scope;

    /// <summary>The identity of an array, or -1 as long as no element needed it, or for an object.</summary>
    public int Array;

    public bool IsArray;

    /// <summary>Whether the container is itself an element of an array and opened <see cref="Scope"/>.</summary>
    public bool OwnsScope;

    /// <summary>Whether a member or element was read, so that a comma must come before the next.</summary>
    public bool HasEntries;
}
