namespace LocalBridge.Json.Jsonata;

/// <summary>Represents a place in an expression that reads the input itself.</summary>
/// <param name="Text">What stands there: the name of a field, <c>$</c>, <c>$$</c>, <c>*</c> or <c>**</c>.</param>
/// <param name="Position">The offset behind it in UTF-16 characters.</param>
/// <remarks>This type is immutable and safe to use from many threads at once.</remarks>
public sealed record JsonataInputReference(string Text, int Position);
