using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.History;

/// <summary>Builds the details of a history event in the form of the AWS API: JSON payloads are texts, members without a value are left out.</summary>
internal sealed class DetailsBuilder
{
    private readonly JsonObjectBuilder _json = new();

    internal DetailsBuilder Text(string name, string? text)
    {
        if (text is not null)
        {
            _json.SetItem(name, text);
        }

        return this;
    }

    internal DetailsBuilder Number(string name, long? number)
    {
        if (number is { } value)
        {
            _json.SetItem(name, value);
        }

        return this;
    }

    internal DetailsBuilder Json(string name, JsonValue value)
    {
        _json.SetItem(name, value.ToJson());
        return this;
    }

    /// <summary>Writes an input or output and, as the service does, that it is whole.</summary>
    internal DetailsBuilder Payload(string name, JsonValue value)
    {
        var truncation = new JsonObjectBuilder(1);
        truncation.SetItem("truncated", false);
        _json.SetItem(name, value.ToJson());
        _json.SetItem(name + "Details", truncation.Build());
        return this;
    }

    internal DetailsBuilder Variables(JsonObject? variables)
    {
        if (variables is null)
        {
            return this;
        }

        var texts = new JsonObjectBuilder(variables.Count);
        foreach (KeyValuePair<string, JsonValue> variable in variables)
        {
            texts.SetItem(variable.Key, variable.Value.ToJson());
        }

        var truncation = new JsonObjectBuilder(1);
        truncation.SetItem("truncated", false);
        _json.SetItem("assignedVariables", texts.Build());
        _json.SetItem("assignedVariablesDetails", truncation.Build());
        return this;
    }

    internal DetailsBuilder Credentials(JsonValue credentials)
    {
        if (credentials.IsObject)
        {
            var json = new JsonObjectBuilder(1);
            json.SetItem("roleArn", credentials["RoleArn"]);
            _json.SetItem("taskCredentials", json.Build());
        }

        return this;
    }

    internal JsonValue Build() => _json.Build();
}
