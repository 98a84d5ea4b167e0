using System.Text.Json;

namespace LocalBridge.Conformance.Comparing.Histories;

/// <summary>Compares type and details of two history events. Texts of the wire are parsed where the corpus gives them parsed.</summary>
internal sealed class HistoryEntryComparer(JsonComparer comparer)
{
    /// <summary>Gets the comparer of the values in the details.</summary>
    public JsonComparer Values { get; } = comparer;

    /// <summary>Returns whether type and details are equal. Placeholders stay bound when they are, and only then.</summary>
    public bool AreEqual(HistoryEntry expected, HistoryEntry actual)
    {
        int checkpoint = Values.Scope.Checkpoint;
        if (Compare(expected, actual, string.Empty, null))
        {
            return true;
        }

        Values.Scope.Rollback(checkpoint);
        return false;
    }

    /// <summary>Compares type and details; ids are the business of the caller.</summary>
    public bool Compare(HistoryEntry expected, HistoryEntry actual, string path, ICollection<JsonDifference>? differences)
    {
        if (expected.Type != actual.Type)
        {
            differences?.Add(new JsonDifference($"{path}.type", expected.Show(), actual.Show()));
            return false;
        }

        bool areEqual = true;
        foreach (JsonProperty details in expected.DetailsMembers())
        {
            string detailsPath = $"{path}.{details.Name}";
            if (actual.Details.TryGetProperty(details.Name, out JsonElement value))
            {
                areEqual &= CompareDetails(details.Value, value, detailsPath, differences);
            }
            else
            {
                areEqual = false;
                differences?.Add(new JsonDifference(detailsPath, JsonTexts.Show(details.Value), "(missing)"));
            }
        }

        foreach (JsonProperty details in actual.DetailsMembers())
        {
            if (!expected.Details.TryGetProperty(details.Name, out _))
            {
                areEqual = false;
                differences?.Add(new JsonDifference($"{path}.{details.Name}", "(absent)", JsonTexts.Show(details.Value)));
            }
        }

        return areEqual;
    }

    private bool CompareDetails(JsonElement expected, JsonElement actual, string path, ICollection<JsonDifference>? differences)
    {
        bool areEqual = true;
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            if (actual.TryGetProperty(member.Name, out JsonElement value))
            {
                areEqual &= CompareMember(member.Name, member.Value, value, $"{path}.{member.Name}", differences);
            }
            else
            {
                areEqual = false;
                differences?.Add(new JsonDifference($"{path}.{member.Name}", JsonTexts.Show(member.Value), "(missing)"));
            }
        }

        foreach (JsonProperty member in actual.EnumerateObject())
        {
            if (!expected.TryGetProperty(member.Name, out _))
            {
                areEqual = false;
                differences?.Add(new JsonDifference($"{path}.{member.Name}", "(absent)", JsonTexts.Show(member.Value)));
            }
        }

        return areEqual;
    }

    private bool CompareMember(string name, JsonElement expected, JsonElement actual, string path, ICollection<JsonDifference>? differences) => name switch
    {
        "input" or "output" or "parameters" => CompareJsonText(expected, actual, path, differences),
        "cause" when expected.ValueKind is JsonValueKind.Object => CompareJsonText(expected, actual, path, differences),
        "assignedVariables" => CompareVariables(expected, actual, path, differences),
        _ => Values.Compare(expected, actual, path, differences),
    };

    // The wire has a JSON text, the corpus its value. A text that the recorder could not parse stayed a text.
    private bool CompareJsonText(JsonElement expected, JsonElement actual, string path, ICollection<JsonDifference>? differences)
    {
        bool isText = actual.ValueKind == JsonValueKind.String;
        return isText && JsonTexts.TryParse(JsonTexts.TextOf(actual), out JsonElement parsed)
            ? Values.Compare(expected, parsed, path, differences)
            : Values.Compare(expected, actual, path, differences);
    }

    // A variable's value is a JSON text on the wire; the corpus shows objects parsed and everything else as the text.
    private bool CompareVariables(JsonElement expected, JsonElement actual, string path, ICollection<JsonDifference>? differences)
    {
        if (actual.ValueKind != JsonValueKind.Object)
        {
            return Values.Compare(expected, actual, path, differences);
        }

        JsonElement expectedValues = VariableValues(expected);
        JsonElement actualValues = VariableValues(actual);
        return Values.Compare(expectedValues, actualValues, path, differences);
    }

    private static JsonElement VariableValues(JsonElement variables)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (JsonProperty variable in variables.EnumerateObject())
            {
                writer.WritePropertyName(variable.Name);
                bool isText = variable.Value.ValueKind == JsonValueKind.String;
                (isText && JsonTexts.TryParse(JsonTexts.TextOf(variable.Value), out JsonElement parsed) ? parsed : variable.Value).WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return JsonTexts.Parse(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
