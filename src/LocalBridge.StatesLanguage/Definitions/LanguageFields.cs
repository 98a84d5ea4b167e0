using System.Collections.Frozen;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Knows which fields belong to one query language only, so that a field of the other one is explained and not taken for a misspelling.</summary>
internal static class LanguageFields
{
    private static readonly FrozenDictionary<string, string> JsonPathOnly = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["InputPath"] = "Arguments",
        ["Parameters"] = "Arguments",
        ["OutputPath"] = "Output",
        ["ResultSelector"] = "Output",
        ["ResultPath"] = "Output",
        ["Result"] = "Output",
        ["ItemsPath"] = "Items",
        ["SecondsPath"] = "Seconds",
        ["TimestampPath"] = "Timestamp",
        ["TimeoutSecondsPath"] = "TimeoutSeconds",
        ["HeartbeatSecondsPath"] = "HeartbeatSeconds",
        ["MaxConcurrencyPath"] = "MaxConcurrency",
        ["ToleratedFailureCountPath"] = "ToleratedFailureCount",
        ["ToleratedFailurePercentagePath"] = "ToleratedFailurePercentage",
        ["MaxItemsPath"] = "MaxItems",
        ["MaxItemsPerBatchPath"] = "MaxItemsPerBatch",
        ["MaxInputBytesPerBatchPath"] = "MaxInputBytesPerBatch",
        ["ErrorPath"] = "Error",
        ["CausePath"] = "Cause",
        ["Variable"] = "Condition",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> JsonataOnly = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Arguments"] = "Parameters",
        ["Output"] = "ResultSelector, ResultPath and OutputPath",
        ["Items"] = "ItemsPath",
        ["Condition"] = "Variable and a comparison",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>Why a field is not known, or null when it is no field of the other language.</returns>
    internal static string? Explain(string field, QueryLanguage language)
    {
        bool isJsonata = language == QueryLanguage.Jsonata;
        (string own, string other) = isJsonata ? ("JSONata", "JSONPath") : ("JSONPath", "JSONata");
        return (isJsonata ? JsonPathOnly : JsonataOnly).TryGetValue(field, out string? instead)
            ? $"It is a field of states in {other}, but this state's QueryLanguage is {own}: there it is {instead}"
            : null;
    }
}
