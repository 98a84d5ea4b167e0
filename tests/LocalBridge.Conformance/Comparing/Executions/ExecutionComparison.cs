using System.Collections.Frozen;
using System.Text.Json;
using LocalBridge.Conformance.Comparing.Histories;

namespace LocalBridge.Conformance.Comparing.Executions;

/// <summary>Compares an execution with the <c>expect</c> member of a step-functions case.</summary>
internal static class ExecutionComparison
{
    private static readonly ComparisonRules AnswerRules = ComparisonRules.StepFunctions with { ParsesTexts = true };

    // What SQS and S3 answered afterwards: services that the script of the case stands in for, so that there is nobody to ask.
    private static readonly FrozenSet<string> ForeignAnswers = FrozenSet.Create(StringComparer.Ordinal, "messages", "get-s3-object");

    /// <summary>Compares status, output, error, cause, history and further answers.</summary>
    /// <returns>The differences; none when the case passes.</returns>
    public static List<JsonDifference> Compare(JsonElement expect, ExecutionAnswer answer, HistoryComparisonOptions options)
    {
        var scope = new PlaceholderScope();
        scope.StateInputs.AddRange(StateInputs(answer));
        List<JsonDifference> differences = [];

        // The history comes first: it has the placeholders in their contexts and binds them.
        if (expect.TryGetProperty("history", out JsonElement history))
        {
            differences.AddRange(HistoryComparison.Compare(history, answer.History, options, scope));
        }

        CompareResult(expect, answer, scope, differences);
        CompareExtras(expect, answer, scope, differences);
        return differences;
    }

    /// <summary>Compares the output of an execution that must succeed.</summary>
    /// <returns>The differences; none when the row passes.</returns>
    public static List<JsonDifference> CompareOutput(JsonElement output, ExecutionAnswer answer)
    {
        List<JsonDifference> differences = [];
        if (answer.Output is null || !JsonTexts.TryParse(answer.Output, out JsonElement actual))
        {
            differences.Add(new JsonDifference("output", JsonTexts.Show(output), $"{answer.Status} {answer.Error} {answer.Cause}".TrimEnd()));
        }
        else
        {
            new JsonComparer(ComparisonRules.StepFunctions, new PlaceholderScope()).Compare(output, actual, "output", differences);
        }

        return differences;
    }

    private static void CompareResult(JsonElement expect, ExecutionAnswer answer, PlaceholderScope scope, List<JsonDifference> differences)
    {
        var comparer = new JsonComparer(ComparisonRules.StepFunctions, scope);
        string expectedStatus = expect.GetProperty("status").GetString()!;
        if (expectedStatus != answer.Status)
        {
            string reason = answer.Error is null ? string.Empty : $" ({answer.Error}: {answer.Cause})";
            differences.Insert(0, new JsonDifference("status", expectedStatus, answer.Status + reason));
        }

        // A recording without an output of a success is one that did not ask for it: there is no such success.
        if (expect.TryGetProperty("output", out _) || expectedStatus != "SUCCEEDED")
        {
            CompareText(expect, "output", answer.Output, isJson: true, comparer, differences);
        }

        CompareText(expect, "error", answer.Error, isJson: false, comparer, differences);
        CompareText(expect, "cause", answer.Cause, isJson: false, comparer, differences);
    }

    private static void CompareText(
        JsonElement expect, string name, string? actual, bool isJson, JsonComparer comparer, List<JsonDifference> differences)
    {
        bool isExpected = expect.TryGetProperty(name, out JsonElement expected);
        if (!isExpected || actual is null)
        {
            if (isExpected || actual is not null)
            {
                differences.Add(new JsonDifference(name, isExpected ? JsonTexts.Show(expected) : "(absent)", actual ?? "(missing)"));
            }

            return;
        }

        // A cause is given parsed when it was a JSON object; an output always is.
        bool isParsed = isJson || expected.ValueKind == JsonValueKind.Object;
        JsonElement value = isParsed && JsonTexts.TryParse(actual, out JsonElement parsed) ? parsed : JsonSerializer.SerializeToElement(actual);
        comparer.Compare(expected, value, name, differences);
    }

    private static void CompareExtras(JsonElement expect, ExecutionAnswer answer, PlaceholderScope scope, List<JsonDifference> differences)
    {
        var comparer = new JsonComparer(AnswerRules, scope);
        foreach ((string name, JsonElement expected) in FurtherExpectations(expect))
        {
            if (answer.Extras.TryGetValue(name, out JsonElement actual))
            {
                comparer.Compare(expected, actual, name, differences);
            }
            else
            {
                differences.Add(new JsonDifference(name, JsonTexts.Show(expected), "(not supported yet)"));
            }
        }
    }

    private static IEnumerable<(string Name, JsonElement Expected)> FurtherExpectations(JsonElement expect)
    {
        if (expect.TryGetProperty("extras", out JsonElement extras))
        {
            foreach (JsonProperty extra in extras.EnumerateObject().Where(static extra => !ForeignAnswers.Contains(extra.Name)))
            {
                yield return (extra.Name, extra.Value);
            }
        }

        foreach (string name in (string[])["statusChangeEvents", "endEvent", "syncResponse"])
        {
            if (expect.TryGetProperty(name, out JsonElement expected))
            {
                yield return (name, expected);
            }
        }
    }

    private static IEnumerable<JsonElement> StateInputs(ExecutionAnswer answer)
    {
        foreach (JsonElement entered in answer.History)
        {
            if (entered.TryGetProperty("stateEnteredEventDetails", out JsonElement details)
                && details.TryGetProperty("input", out JsonElement input)
                && JsonTexts.TryParse(JsonTexts.TextOf(input), out JsonElement value))
            {
                yield return value;
            }
        }
    }
}
