using System.Text.Json;

namespace LocalBridge.Conformance.Comparing;

/// <summary>Compares an expectation with an answer: deep equality, numbers as doubles, members of objects in any order, placeholders.</summary>
internal sealed class JsonComparer(ComparisonRules rules, PlaceholderScope scope)
{
    /// <summary>Gets what placeholders stand for.</summary>
    public PlaceholderScope Scope { get; } = scope;

    /// <summary>Returns whether the values are equal. Placeholders stay bound when they are, and only then.</summary>
    public bool AreEqual(JsonElement expected, JsonElement actual)
    {
        int checkpoint = Scope.Checkpoint;
        if (Compare(expected, actual, string.Empty, null))
        {
            return true;
        }

        Scope.Rollback(checkpoint);
        return false;
    }

    /// <summary>Compares two values.</summary>
    /// <param name="expected">What the case expects.</param>
    /// <param name="actual">What was there.</param>
    /// <param name="path">The path of both, for the report.</param>
    /// <param name="differences">Receives all differences; <see langword="null"/> to stop at the first one.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Compare(JsonElement expected, JsonElement actual, string path, ICollection<JsonDifference>? differences)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.String:
                return CompareText(expected, actual, path, differences);
            case JsonValueKind.Object or JsonValueKind.Array when TryParseText(actual, out JsonElement parsed):
                return new JsonComparer(rules with { ParsesTexts = false }, Scope).Compare(expected, parsed, path, differences);
            case JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object:
                return CompareObjects(expected, actual, path, differences);
            case JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array:
                return CompareArrays(expected, actual, path, differences);
            case JsonValueKind.Number when actual.ValueKind == JsonValueKind.Number:
                return NumbersAreEqual(expected, actual) || Differ(expected, actual, path, differences);
            default:
                bool isSameLiteral = expected.ValueKind == actual.ValueKind
                    && expected.ValueKind is JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False;
                return isSameLiteral || Differ(expected, actual, path, differences);
        }
    }

    private static bool NumbersAreEqual(JsonElement expected, JsonElement actual) =>
        expected.GetDouble() == actual.GetDouble();

    private static bool Differ(JsonElement expected, JsonElement actual, string path, ICollection<JsonDifference>? differences)
    {
        differences?.Add(new JsonDifference(path, JsonTexts.Show(expected), JsonTexts.Show(actual)));
        return false;
    }

    private bool TryParseText(JsonElement actual, out JsonElement parsed)
    {
        parsed = default;
        return rules.ParsesTexts
            && actual.ValueKind == JsonValueKind.String
            && JsonTexts.TryParse(JsonTexts.TextOf(actual), out parsed);
    }

    private bool CompareText(JsonElement expected, JsonElement actual, string path, ICollection<JsonDifference>? differences)
    {
        string expectedText = JsonTexts.TextOf(expected);
        if (rules.HasPlaceholders && expectedText.Contains('<', StringComparison.Ordinal))
        {
            var template = TextTemplate.Parse(expectedText);
            if (template.HasPlaceholder)
            {
                return MatchesTemplate(template, actual) || Differ(expected, actual, path, differences);
            }
        }

        return (actual.ValueKind == JsonValueKind.String && expectedText == JsonTexts.TextOf(actual))
            || Differ(expected, actual, path, differences);
    }

    private bool MatchesTemplate(TextTemplate template, JsonElement actual)
    {
        if (template.SinglePlaceholder is not { } name)
        {
            return actual.ValueKind == JsonValueKind.String && template.Matches(JsonTexts.TextOf(actual), rules, Scope);
        }

        if (name == rules.AnyPlaceholder)
        {
            return actual.ValueKind != JsonValueKind.Undefined;
        }

        // A placeholder may stand for a number: dates are numbers in the API.
        return actual.ValueKind switch
        {
            JsonValueKind.String => template.Matches(JsonTexts.TextOf(actual), rules, Scope),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => template.Matches(actual.GetRawText(), rules, Scope),
            JsonValueKind.Null => rules.IsNullablePlaceholder(name),
            _ => false,
        };
    }

    private bool CompareObjects(JsonElement expected, JsonElement actual, string path, ICollection<JsonDifference>? differences)
    {
        bool areEqual = true;
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            string memberPath = PathTo(path, member.Name);
            if (!actual.TryGetProperty(member.Name, out JsonElement value))
            {
                areEqual = false;
                differences?.Add(new JsonDifference(memberPath, JsonTexts.Show(member.Value), "(missing)"));
            }
            else if (!rules.IgnoredContents.Contains(member.Name))
            {
                areEqual &= Compare(member.Value, value, memberPath, differences);
            }

            if (!areEqual && differences is null)
            {
                return false;
            }
        }

        foreach (JsonProperty member in actual.EnumerateObject())
        {
            if (!expected.TryGetProperty(member.Name, out _) && !rules.LaterMembers.Contains(member.Name))
            {
                areEqual = false;
                differences?.Add(new JsonDifference(PathTo(path, member.Name), "(absent)", JsonTexts.Show(member.Value)));
            }
        }

        return areEqual;
    }

    private bool CompareArrays(JsonElement expected, JsonElement actual, string path, ICollection<JsonDifference>? differences)
    {
        int expectedLength = expected.GetArrayLength();
        int actualLength = actual.GetArrayLength();
        bool areEqual = expectedLength == actualLength;
        if (!areEqual)
        {
            differences?.Add(new JsonDifference(path, $"{expectedLength} items: {JsonTexts.Show(expected)}", $"{actualLength} items: {JsonTexts.Show(actual)}"));
        }

        int index = 0;
        foreach ((JsonElement expectedItem, JsonElement actualItem) in expected.EnumerateArray().Zip(actual.EnumerateArray()))
        {
            if (!areEqual && differences is null)
            {
                return false;
            }

            areEqual &= Compare(expectedItem, actualItem, $"{path}[{index++}]", differences);
        }

        return areEqual;
    }

    private static string PathTo(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
