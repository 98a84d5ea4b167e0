using System.Text.Json;
using System.Text.Json.Nodes;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Corpora.StepFunctions;
using LocalBridge.Errors;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.Workflows;

namespace LocalBridge.Conformance.Running.StepFunctions;

/// <summary>Has definitions created or validated, and compares the verdict, the error and the diagnostics with those of the service.</summary>
internal sealed class ValidationRunner : ICaseRunner
{
    private const string CreateCall = "CreateStateMachine";
    private const string ValidateCall = "ValidateStateMachineDefinition";
    private const string Name = "sm_under_test";

    /// <inheritdoc/>
    public Task<CaseResult>? Run(ConformanceCase @case, CancellationToken cancellationToken) => @case switch
    {
        ValidationCase { Call: CreateCall } create => CreateAsync(create, cancellationToken),
        ValidationCase { Call: ValidateCall } validate => Task.FromResult(Validate(validate)),
        ValidationCase other => Task.FromResult(CaseResult.NotSupported(other.Id, other.Call)),
        _ => null,
    };

    private static async Task<CaseResult> CreateAsync(ValidationCase @case, CancellationToken cancellationToken)
    {
        await using var host = LocalBridgeHost.Create(static bridge => bridge.ConfigureWorkflows(static options => options.AllowUnknownResources = true));
        await host.StartAsync(cancellationToken);
        var answer = new JsonObject();
        try
        {
            await host.StateMachines.CreateStateMachineAsync(
                new CreateStateMachineRequest
                {
                    Name = Name,
                    Definition = @case.Definition,
                    Type = @case.Source.Text("type") == "EXPRESS" ? StateMachineType.Express : StateMachineType.Standard,
                },
                cancellationToken);
        }
        catch (LocalBridgeException exception)
        {
            answer["error"] = new JsonObject { ["code"] = exception.ErrorCode, ["message"] = exception.Message };
        }

        return Compare(@case, answer);
    }

    private static CaseResult Validate(ValidationCase @case)
    {
        DefinitionValidation validation = StateMachineDefinition.Validate(
            @case.Definition, new DefinitionOptions { IsExpress = @case.Source.Text("type") == "EXPRESS" });
        bool isJson = JsonTexts.TryParse(@case.Definition, out _);
        var list = new JsonArray();
        foreach (Diagnostic diagnostic in validation.Diagnostics)
        {
            list.Add(ToJson(diagnostic, isJson));
        }

        return Compare(@case, new JsonObject { ["diagnostics"] = list, ["result"] = validation.IsValid ? "OK" : "FAIL", ["truncated"] = validation.IsTruncated });
    }

    private static JsonObject ToJson(Diagnostic diagnostic, bool isJson)
    {
        var json = new JsonObject
        {
            ["severity"] = diagnostic.Severity.ToString().ToUpperInvariant(),
            ["code"] = diagnostic.Code,
            ["message"] = diagnostic.Message,
        };

        // The service writes the pointer of the whole definition as "/", and gives none for a text that is no JSON.
        if (isJson)
        {
            json["location"] = diagnostic.Location.Length == 0 ? "/" : diagnostic.Location;
        }

        return json;
    }

    // What the case does not state of an error (a message that was removed, the HTTP status) is not compared.
    private static CaseResult Compare(ValidationCase @case, JsonObject answer)
    {
        JsonElement expect = @case.Source.GetProperty("expect");
        JsonElement error = expect.Member("error");
        if (answer["error"] is JsonObject actual && error.ValueKind == JsonValueKind.Object)
        {
            List<JsonDifference> differences = [];
            foreach (string member in (string[])["code", "message"])
            {
                if (error.Text(member) is { } expected && !IsText(expected, (string?)actual[member]))
                {
                    differences.Add(new JsonDifference($"error.{member}", expected, (string?)actual[member] ?? "(none)"));
                }
            }

            return CaseResult.Compared(@case.Id, differences);
        }

        List<JsonDifference> all = [];
        new JsonComparer(ComparisonRules.StepFunctions, new PlaceholderScope()).Compare(expect, JsonTexts.Parse(answer.ToJsonString()), string.Empty, all);
        return CaseResult.Compared(@case.Id, all);
    }

    private static bool IsText(string expected, string? actual) =>
        actual is not null && TextTemplate.Parse(expected).Matches(actual, ComparisonRules.StepFunctions, new PlaceholderScope());
}
