using System.Globalization;
using System.Text;

namespace LocalBridge.Json.Jsonata.Failures;

/// <summary>Makes the message of a failure from its code and its details.</summary>
internal static class FailureText
{
    internal static string Describe(JsonataException failure)
    {
        if (failure.Code is "D3137" or "D3141" or FailureCodes.Limit or FailureCodes.Memory)
        {
            return failure.OwnText ?? FailureTemplates.Find(failure.Code) ?? failure.Code;
        }

        string? template = FailureTemplates.Find(failure.Code);
        return template is null ? failure.OwnText ?? failure.Code : Fill(template, failure);
    }

    internal static string Stringify(JsonValue value)
    {
        if (value.IsUndefined || value.Reference is not (null or string or JsonArray or JsonObject or Numbers.JsonNumber))
        {
            return "undefined";
        }

        if (value.IsString)
        {
            // Written as an element, so that it gets quotes and is escaped as JSON.stringify does.
            return Strings.ValueText.Create(JsonArray.Create(value))[1..^1];
        }

        return value.IsNumber && !double.IsFinite(value.GetDouble()) ? "null" : value.ToJson();
    }

    private static string Fill(string template, JsonataException failure)
    {
        var text = new StringBuilder(template.Length + 32);
        int at = 0;
        while (true)
        {
            int open = template.IndexOf("{{", at, StringComparison.Ordinal);
            if (open < 0)
            {
                return text.Append(template.AsSpan(at)).ToString();
            }

            bool raw = template[open + 2] == '{';
            int nameAt = open + (raw ? 3 : 2);
            int close = template.IndexOf('}', nameAt);
            text.Append(template.AsSpan(at, open - at));
            JsonValue detail = Detail(failure, template[nameAt..close]);
            text.Append(raw && detail.TryGetString(out string? plain) ? plain : Stringify(detail));
            at = close + (raw ? 3 : 2);
        }
    }

    private static JsonValue Detail(JsonataException failure, string name) => name switch
    {
        "token" => failure.TokenValue,
        "value" => failure.Value,
        "value2" or "exp" => failure.SecondValue,
        "index" => failure.Index,
        "type" => failure.ElementType is { } type ? type : default(JsonValue),
        "functionName" => failure.FunctionName is { } function ? function : default(JsonValue),
        _ => string.Create(CultureInfo.InvariantCulture, $"{{{name}}}"),
    };
}
