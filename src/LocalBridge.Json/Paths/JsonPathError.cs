namespace LocalBridge.Json.Paths;

/// <summary>Represents why a path could not be read or evaluated.</summary>
/// <param name="Kind">The kind of the error.</param>
/// <param name="Message">What is wrong. For an evaluation it is the text the service shows after <c>Invalid path '…' : </c>.</param>
/// <param name="Position">The character of the path's text, counted from zero, where the fault is.</param>
/// <remarks>This type is immutable and safe to use from many threads at once.</remarks>
public sealed record JsonPathError(JsonPathErrorKind Kind, string Message, int Position);
