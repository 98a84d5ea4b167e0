namespace LocalBridge.Json.Jsonata.Inspecting;

/// <summary>Represents one place at which an expression reads something from outside.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="Kind">What is read.</param>
/// <param name="Name">The name of the variable without its dollar sign, the name of the field, or <c>$</c>, <c>$$</c>, <c>*</c> or <c>**</c>.</param>
/// <param name="Member">The field that is taken of it, or <see langword="null"/> when it is used as a whole: <c>input</c> in <c>$states.input</c>.</param>
/// <param name="Position">The offset behind the name in UTF-16 characters.</param>
public sealed record JsonataReference(JsonataReferenceKind Kind, string Name, string? Member, int Position);
