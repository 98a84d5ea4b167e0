using System.Globalization;
using LocalBridge.Json;

namespace LocalBridge.CrashTests;

/// <summary>The workflows of the load, and what must come out of each.</summary>
internal static class CrashLoad
{
    internal const string Step = "arn:aws:states:::crash:step";

    internal const string Flaky = "arn:aws:states:::crash:flaky";

    private static readonly string[] Kinds = ["seq", "retry", "wait", "parallel", "map"];

    internal static IEnumerable<(string Name, string Definition)> StateMachines => Templates.Select(static machine =>
        (machine.Name, machine.Definition.Replace("STEP", Step, StringComparison.Ordinal).Replace("FLAKY", Flaky, StringComparison.Ordinal)));

    private static readonly (string Name, string Definition)[] Templates =
    [
        ("seq", """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"STEP","Next":"B"},"B":{"Type":"Task","Resource":"STEP","Next":"C"},"C":{"Type":"Task","Resource":"STEP","End":true}}}"""),
        ("retry", """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"FLAKY","Retry":[{"ErrorEquals":["States.ALL"],"IntervalSeconds":1,"MaxAttempts":20,"BackoffRate":1}],"End":true}}}"""),
        ("wait", """{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":1,"Next":"B"},"B":{"Type":"Task","Resource":"STEP","End":true}}}"""),
        ("parallel", """{"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"STEP","End":true}}},{"StartAt":"B","States":{"B":{"Type":"Task","Resource":"STEP","Next":"C"},"C":{"Type":"Task","Resource":"STEP","End":true}}}]}}}"""),
        ("map", """{"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":3,"End":true,"ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"STEP","End":true}}}}}}"""),
    ];

    internal static string KindOf(int number) => Kinds[number % Kinds.Length];

    internal static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{KindOf(number)}-{number}");

    internal static JsonValue InputOf(int number) => KindOf(number) == "map"
        ? JsonValue.Parse(string.Create(CultureInfo.InvariantCulture, $$"""{"items":[{"n":{{number}}},{"n":{{number + 1}}},{"n":{{number + 2}}},{"n":{{number + 3}}},{"n":{{number + 4}}},{"n":{{number + 5}}}]}"""))
        : One(number);

    internal static string OutputOf(int number) => KindOf(number) switch
    {
        "seq" => One(number + 3).ToJson(),
        "parallel" => $"[{One(number + 1).ToJson()},{One(number + 2).ToJson()}]",
        "map" => $"[{string.Join(',', Enumerable.Range(number + 1, 6).Select(static n => One(n).ToJson()))}]",
        _ => One(number + 1).ToJson(),
    };

    internal static JsonValue Increment(JsonValue input) =>
        One(input["n"].TryGetInt64(out long n) ? n + 1 : throw new InvalidOperationException($"The input '{input}' has no number."));

    private static JsonValue One(long n) => JsonValue.Parse(string.Create(CultureInfo.InvariantCulture, $$"""{"n":{{n}}}"""));
}
