using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Corpora.JsonPaths;
using LocalBridge.Json;
using LocalBridge.Json.Paths;

namespace LocalBridge.Conformance.Running.JsonPaths;

/// <summary>Runs the jsonpath corpus through <see cref="JsonPath"/> and <see cref="ReferencePath"/>.</summary>
internal sealed class JsonPathRunner : ICaseRunner
{
    /// <inheritdoc/>
    public Task<CaseResult>? Run(ConformanceCase @case, CancellationToken cancellationToken) => @case switch
    {
        JsonPathCase path => Task.FromResult(CaseResult.Compared(path.Id, Compare(path))),
        RootedPathCase path => Task.FromResult(CaseResult.Compared(path.Id, Compare(path))),
        ReferencePathCase path => Task.FromResult(CaseResult.Compared(path.Id, Compare(path))),
        _ => null,
    };

    private static List<JsonDifference> Compare(JsonPathCase @case)
    {
        if (!JsonPath.TryParse(@case.Path, out JsonPath? path, out JsonPathError? error))
        {
            return PathOutcome.Failed(error).Compare(@case.Expect, @case.Message);
        }

        List<JsonDifference> differences = PathOutcome.Evaluate(path, JsonValue.Parse(@case.Data)).Compare(@case.Expect, @case.Message);
        if (@case.IsDefinite is { } isDefinite && isDefinite != path.IsDefinite)
        {
            differences.Add(new JsonDifference("definite", $"{isDefinite}", $"{path.IsDefinite}"));
        }

        return differences;
    }

    private static List<JsonDifference> Compare(RootedPathCase @case)
    {
        if (!JsonPath.TryParse(@case.Path, out JsonPath? path, out JsonPathError? error))
        {
            return PathOutcome.Failed(error).Compare(@case.Expect, null);
        }

        // Some copies of the corpus write the root of the context object with one dollar sign less ("$.Execution.Id"), so that the root
        // of such a path is either object: it passes when one of them gives what is expected.
        string[] roots = path.Root switch
        {
            JsonPathRoot.Variable => [@case.Variables.GetValueOrDefault(path.VariableName!, string.Empty)],
            JsonPathRoot.Context => [@case.Context],
            _ => [@case.Input, @case.Context],
        };
        List<JsonDifference>[] outcomes = [.. roots.Select(root =>
            PathOutcome.Evaluate(path, root.Length == 0 ? JsonValue.Undefined : JsonValue.Parse(root)).Compare(@case.Expect, null))];
        return Array.Find(outcomes, static differences => differences.Count == 0) ?? outcomes[0];
    }

    private static List<JsonDifference> Compare(ReferencePathCase @case)
    {
        List<JsonDifference> differences = [];
        Check("pathValid", @case.IsPath, JsonPath.TryParse(@case.Path, out _, out JsonPathError? error), error);
        Check("referencePathValid", @case.IsReferencePath, ReferencePath.TryParse(@case.Path, out _, out JsonPathError? referenceError), referenceError);
        return differences;

        void Check(string name, bool expected, bool actual, JsonPathError? reason)
        {
            if (expected != actual)
            {
                differences.Add(new JsonDifference(name, $"{expected} for '{@case.Path}'", $"{actual} {reason?.Message}".TrimEnd()));
            }
        }
    }
}
