namespace LocalBridge.Conformance.Comparing;

/// <summary>Represents one place at which an answer is not what a case expects.</summary>
/// <param name="Path">Where, for example <c>history[3].stateExitedEventDetails.output.total</c>; empty for the whole answer.</param>
/// <param name="Expected">What the case expects there, as JSON text or as words.</param>
/// <param name="Actual">What was there, as JSON text or as words.</param>
internal sealed record JsonDifference(string Path, string Expected, string Actual)
{
    private const int MaximumLength = 400;

    /// <summary>Returns the difference as indented lines of a report.</summary>
    public string ToReport(string indent) =>
        $"{indent}at {(Path.Length == 0 ? "(root)" : Path)}{Environment.NewLine}" +
        $"{indent}  expected {Shorten(Expected)}{Environment.NewLine}" +
        $"{indent}  actual   {Shorten(Actual)}";

    /// <summary>Returns the difference as one line.</summary>
    public override string ToString() =>
        $"{(Path.Length == 0 ? "(root)" : Path)}: expected {Shorten(Expected)}, actual {Shorten(Actual)}";

    private static string Shorten(string text) =>
        text.Length <= MaximumLength ? text : string.Concat(text.AsSpan(0, MaximumLength), $"… ({text.Length} characters)");
}
