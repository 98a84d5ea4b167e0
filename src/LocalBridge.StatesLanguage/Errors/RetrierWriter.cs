using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Writes an element of <c>Retry</c>.</summary>
internal static class RetrierWriter
{
    internal static JsonValue Write(Retrier retrier)
    {
        var defaults = new Retrier { ErrorEquals = [] };
        var fields = new FieldWriter();
        fields.Text("Comment", retrier.Comment);
        fields.List("ErrorEquals", retrier.ErrorEquals, static name => name);
        fields.Number("IntervalSeconds", retrier.IntervalSeconds == defaults.IntervalSeconds ? null : retrier.IntervalSeconds);
        fields.Number("MaxAttempts", retrier.MaxAttempts == defaults.MaxAttempts ? null : retrier.MaxAttempts);
        fields.Value("BackoffRate", retrier.BackoffRate.Equals(defaults.BackoffRate) ? JsonValue.Undefined : retrier.BackoffRate);
        fields.Number("MaxDelaySeconds", retrier.MaxDelaySeconds);
        fields.Text("JitterStrategy", retrier.JitterStrategy == JitterStrategy.Full ? "FULL" : null);
        return fields.Build();
    }
}
