namespace LocalBridge.Json.Jsonata.Sequences;

/// <summary>
/// Marks that an array carries while an expression is evaluated. They stand in the bits of the <see cref="JsonValue"/> beside the reference, so
/// marking copies nothing, and they are taken off what leaves the evaluation.
/// </summary>
internal static class SequenceMarks
{
    /// <summary>The array is a sequence: results that were strung together, of which a single one counts as itself.</summary>
    internal const long Sequence = 1;

    /// <summary>A single result in the sequence stays an array.</summary>
    internal const long KeepsSingleton = 2;

    /// <summary>The array was written in the expression as one value: a path does not string its elements together.</summary>
    internal const long Whole = 4;

    /// <summary>The array holds the input, which is an array itself and counts as one value.</summary>
    internal const long Wrapper = 8;
}
