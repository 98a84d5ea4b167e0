using System.Text.Json;
using LocalBridge.Conformance.Corpora;

namespace LocalBridge.Conformance.Running.StepFunctions.Scenarios;

/// <summary>Represents one run of a state machine, as a case or a row of a case describes it.</summary>
internal sealed record ExecutionScenario
{
    private const string DefaultName = "sm_under_test";
    private const string DefaultRole = "arn:aws:iam::111111111111:role/snf_role";

    /// <summary>Gets the JSON text of the definition.</summary>
    public required string Definition { get; init; }

    /// <summary>Gets the JSON text of the input; <see langword="null"/> when it was started without one.</summary>
    public required string? Input { get; init; }

    /// <summary>Gets what the run must come to: the <c>expect</c> member.</summary>
    public JsonElement Expect { get; init; }

    /// <summary>Gets whether the state machine is an Express one.</summary>
    public bool IsExpress { get; init; }

    /// <summary>Gets the name of the state machine.</summary>
    public string StateMachineName { get; init; } = DefaultName;

    /// <summary>Gets the name of the execution; <see langword="null"/> for a generated one.</summary>
    public string? ExecutionName { get; init; }

    /// <summary>Gets the ARN of the role.</summary>
    public string RoleArn { get; init; } = DefaultRole;

    /// <summary>Gets the functions: the <c>handlers</c> member.</summary>
    public JsonElement Handlers { get; init; }

    /// <summary>Gets what existed around the state machine: the <c>resources</c> member.</summary>
    public JsonElement Resources { get; init; }

    /// <summary>Gets the recorded answers: the <c>script</c> member.</summary>
    public JsonElement Script { get; init; }

    /// <summary>Reads the run of a case, or of a row of a case; what the row lacks, the case has.</summary>
    public static ExecutionScenario Read(JsonElement @case, JsonElement row = default)
    {
        JsonElement expect = Either(row, @case, "expect");
        return new ExecutionScenario
        {
            Definition = Either(row, @case, "definition").GetRawText(),
            Input = @case.Flag("inputOmitted") ? null : Either(row, @case, "input").GetRawText(),
            Expect = expect,
            IsExpress = @case.Text("type") == "EXPRESS",
            StateMachineName = StateMachineNames.Find(@case, expect) ?? DefaultName,
            ExecutionName = @case.Text("executionName") ?? StateMachineNames.FindExecution(expect),
            RoleArn = RoleOf(expect) ?? DefaultRole,
            Handlers = Either(row, @case, "handlers"),
            Script = Either(row, @case, "script"),
            Resources = @case.Member("resources"),
        };
    }

    private static JsonElement Either(JsonElement row, JsonElement @case, string name) => row.Has(name) ? row.GetProperty(name) : @case.Member(name);

    // The role shows in the first event, and of an Express execution in its context object; a placeholder in it stands for any name.
    private static string? RoleOf(JsonElement expect)
    {
        JsonElement history = expect.Member("history");
        string? role = history.ValueKind == JsonValueKind.Array && history.GetArrayLength() > 0
            ? history[0].Member("executionStartedEventDetails").Text("roleArn")
            : FindRole(expect);
        return role is not null && role.Contains('<', StringComparison.Ordinal) ? null : role;
    }

    private static string? FindRole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.Text("RoleArn") ?? value.EnumerateObject().Select(static member => FindRole(member.Value)).FirstOrDefault(static role => role is not null),
        JsonValueKind.Array => value.EnumerateArray().Select(FindRole).FirstOrDefault(static role => role is not null),
        _ => null,
    };
}
