using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalBridge.EventPatterns.Building;

/// <summary>Writes the JSON text of alternatives.</summary>
internal static class PatternText
{
    public static string Quote(string value)
    {
        ArgumentNullException.ThrowIfNull(value);

        // The relaxed encoder keeps letters readable; the text goes into a rule, not into HTML.
        return $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
    }

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A number in an event pattern must be finite: JSON cannot write any other.");
        }

        return value.ToString("R", CultureInfo.InvariantCulture);
    }

    public static string Operator(string name, string value) => $"{{\"{name}\":{Quote(value)}}}";

    public static string Operator(string outer, string inner, string value) => $"{{\"{outer}\":{Operator(inner, value)}}}";

    public static string Numeric(string comparison, double value) => $"{{\"numeric\":[\"{comparison}\",{Number(value)}]}}";

    public static string Interval(string lowerComparison, double lower, string upperComparison, double upper) =>
        $"{{\"numeric\":[\"{lowerComparison}\",{Number(lower)},\"{upperComparison}\",{Number(upper)}]}}";

    public static string AnythingBut(string excluded) => $"{{\"anything-but\":{excluded}}}";

    public static string AnythingBut(string name, ReadOnlySpan<string> values) => AnythingBut($"{{\"{name}\":{Strings(values)}}}");

    public static string Strings(ReadOnlySpan<string> values)
    {
        ThrowIfEmpty(values.Length, nameof(values));
        if (values.Length == 1)
        {
            return Quote(values[0]);
        }

        StringBuilder text = new();
        foreach (string value in values)
        {
            text.Append(text.Length == 0 ? '[' : ',').Append(Quote(value));
        }

        return text.Append(']').ToString();
    }

    public static string Numbers(ReadOnlySpan<double> values)
    {
        ThrowIfEmpty(values.Length, nameof(values));
        if (values.Length == 1)
        {
            return Number(values[0]);
        }

        StringBuilder text = new();
        foreach (double value in values)
        {
            text.Append(text.Length == 0 ? '[' : ',').Append(Number(value));
        }

        return text.Append(']').ToString();
    }

    public static void ThrowIfEmpty(int count, string parameter)
    {
        if (count == 0)
        {
            throw new ArgumentException("At least one value is needed: EventBridge refuses an empty list of alternatives.", parameter);
        }
    }
}
