using System.Globalization;
using LocalBridge.Json;

namespace LocalBridge.Benchmarks.Workflows;

/// <summary>The state machines of the workloads.</summary>
internal static class WorkflowDefinitions
{
    internal const string Pass5 = """
        {"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Pass","Next":"D"},
        "D":{"Type":"Pass","Next":"E"},"E":{"Type":"Pass","End":true}}}
        """;

    private const string Seq5 = """
        {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"step","Next":"B"},"B":{"Type":"Task","Resource":"step","Next":"C"},
        "C":{"Type":"Task","Resource":"step","Next":"D"},"D":{"Type":"Task","Resource":"step","Next":"E"},"E":{"Type":"Task","Resource":"step","End":true}}}
        """;

    private const string Fan = """
        {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"A",
        "States":{"A":{"Type":"Task","Resource":"echo","End":true}}}}}}
        """;

    private const string Map = """
        {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"A",
        "States":{"A":{"Type":"Pass","End":true}}}}}}
        """;

    private const string Choice1000 = """
        {"StartAt":"More","States":{
        "More":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericLessThan":500,"Next":"Add"}],"Default":"Done"},
        "Add":{"Type":"Pass","Parameters":{"n.$":"States.MathAdd($.n, 1)"},"Next":"More"},
        "Done":{"Type":"Succeed"}}}
        """;

    internal static IEnumerable<(string Name, string Definition)> All =>
    [
        ("seq5", Seq5), ("pass5", Pass5), ("fan", Fan), ("map", Map), ("choice1000", Choice1000), ("parallel100", Parallel(100)),
    ];

    internal static JsonValue Items(int count) => JsonValue.Parse($$"""{"items":[{{string.Join(',', Enumerable.Range(0, count))}}]}""");

    private static string Parallel(int branches)
    {
        const string Branch = """{"StartAt":"B#","States":{"B#":{"Type":"Pass","End":true}}}""";
        IEnumerable<string> texts = Enumerable.Range(0, branches)
            .Select(static i => Branch.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return """{"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[#]}}}""".Replace("#", string.Join(',', texts), StringComparison.Ordinal);
    }
}
