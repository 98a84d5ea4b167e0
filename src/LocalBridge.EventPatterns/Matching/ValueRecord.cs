namespace LocalBridge.EventPatterns.Matching;

/// <summary>A value found inside an array element: it can be used only together with values of the same element.</summary>
/// <param name="Path">The path of the value.</param>
/// <param name="Scope">The innermost array element around it.</param>
/// <param name="Accepted">One bit for each condition of the path that accepts it, or, if the path has more than 64, where these bits start.</param>
internal readonly record struct ValueRecord(int Path, int Scope, ulong Accepted);
