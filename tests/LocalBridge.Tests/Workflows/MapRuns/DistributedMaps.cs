using LocalBridge.Json;

namespace LocalBridge.Tests.Workflows.MapRuns;

/// <summary>The distributed Map states that the tests run.</summary>
internal static class DistributedMaps
{
    public const string Pass = """ "P":{"Type":"Pass","End":true} """;

    /// <summary>A machine of one Map state.</summary>
    /// <param name="fields">More fields of the state, each with a comma behind it.</param>
    /// <param name="states">The states of the processor, of which the first is named P.</param>
    /// <param name="type">The type of the child executions.</param>
    public static string Of(string fields = "", string states = Pass, string type = "STANDARD") =>
        $$$$"""
        {"StartAt":"M","States":{"M":{"Type":"Map",{{{{fields}}}}"Label":"L",
        "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"{{{{type}}}}"},"StartAt":"P","States":{ {{{{states}}}} }},"End":true}}}
        """;

    /// <summary>The task that calls a function.</summary>
    public static string Task(string function) => $$""" "P":{"Type":"Task","Resource":"{{function}}","End":true} """;

    public static string Numbers(int count) => ((JsonValue)JsonArray.Create([.. Enumerable.Range(0, count).Select(static number => (JsonValue)number)])).ToJson();
}
