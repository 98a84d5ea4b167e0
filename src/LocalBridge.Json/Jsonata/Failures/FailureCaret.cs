using System.Globalization;

namespace LocalBridge.Json.Jsonata.Failures;

/// <summary>Draws a caret under the place of a failure.</summary>
internal static class FailureCaret
{
    // Longer lines are cut around the place, so that the caret stays in view.
    private const int WidestLine = 100;
    private const int Before = 60;

    internal static string Render(JsonataException failure)
    {
        string headline = $"{failure.Code}: {failure.Message}";
        if (failure.Expression is not { } expression || failure.Position < 0)
        {
            return headline;
        }

        // The reference implementation counts to the end of the token; people look for its last character.
        int at = Math.Clamp(failure.Position - 1, 0, Math.Max(expression.Length - 1, 0));
        int lineStart = at == 0 ? 0 : expression.LastIndexOf('\n', at - 1) + 1;
        int lineEnd = expression.IndexOf('\n', at);
        lineEnd = lineEnd < 0 ? expression.Length : lineEnd;
        int line = expression.AsSpan(0, lineStart).Count('\n') + 1;
        int from = at - lineStart > Before ? at - Before : lineStart;
        int to = Math.Min(lineEnd, from + WidestLine);
        string prefix = from > lineStart ? "…" : string.Empty;
        string suffix = to < lineEnd ? "…" : string.Empty;
        string shown = prefix + expression[from..to].Replace('\t', ' ').TrimEnd('\r') + suffix;
        string place = string.Create(CultureInfo.InvariantCulture, $"  at line {line}, column {at - lineStart + 1}");
        return $"{headline}\n{place}\n  {shown}\n  {new string(' ', prefix.Length + at - from)}^";
    }
}
