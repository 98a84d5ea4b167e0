using System.Text;
using LocalBridge.Json;
using LocalBridge.Json.Reading;

namespace LocalBridge.StatesLanguage.Intrinsics;

/// <summary>The intrinsic functions on texts and JSON.</summary>
internal static class TextFunctions
{
    internal static IntrinsicResult Format(JsonValue[] arguments)
    {
        if (!arguments[0].IsString)
        {
            return IntrinsicResult.WrongType("the template", "a string", arguments[0]);
        }

        string template = arguments[0].GetString();
        var text = new StringBuilder(template.Length);
        int next = 1;
        for (int i = 0; i < template.Length; i++)
        {
            char character = template[i];
            if (character == '\\' && i + 1 < template.Length && (template[i + 1] is '\\' or '\'' or '{' or '}'))
            {
                text.Append(template[++i]);
            }
            else if (character == '{' && i + 1 < template.Length && template[i + 1] == '}')
            {
                if (next == arguments.Length)
                {
                    return IntrinsicResult.Invalid($"the template has more places than the {arguments.Length - 1} arguments fill");
                }

                JavaText.Append(text, arguments[next++]);
                i++;
            }
            else
            {
                text.Append(character);
            }
        }

        return next == arguments.Length
            ? IntrinsicResult.Of(text.ToString())
            : IntrinsicResult.Invalid($"the template has {next - 1} places for {arguments.Length - 1} arguments");
    }

    /// <summary>Splits at each of the characters of the second argument; empty parts are left out.</summary>
    internal static IntrinsicResult Split(JsonValue[] arguments)
    {
        if (!arguments[0].IsString || !arguments[1].IsString)
        {
            return IntrinsicResult.WrongType("an argument", "a string", arguments[arguments[0].IsString ? 1 : 0]);
        }

        var parts = new JsonArrayBuilder();
        foreach (string part in arguments[0].GetString().Split(arguments[1].GetString().ToCharArray(), StringSplitOptions.RemoveEmptyEntries))
        {
            parts.Add(part);
        }

        return IntrinsicResult.Of(parts.Build());
    }

    /// <summary>A blank text gives null.</summary>
    internal static IntrinsicResult ToJson(JsonValue[] arguments)
    {
        if (!arguments[0].IsString)
        {
            return IntrinsicResult.WrongType("the argument", "a string", arguments[0]);
        }

        string text = arguments[0].GetString();
        if (string.IsNullOrWhiteSpace(text))
        {
            return IntrinsicResult.Of(JsonValue.Null);
        }

        return JsonValue.TryParse(text, out JsonValue value, out JsonParseError? error)
            ? IntrinsicResult.Of(value)
            : IntrinsicResult.Invalid($"the argument must be JSON: {error.Message}");
    }

    /// <summary>Merges the members of two objects, those of the second win. Only the shallow mode exists.</summary>
    internal static IntrinsicResult Merge(JsonValue[] arguments)
    {
        if (!arguments[0].IsObject || !arguments[1].IsObject)
        {
            return IntrinsicResult.WrongType("an argument", "an object", arguments[arguments[0].IsObject ? 1 : 0]);
        }

        if (!arguments[2].IsBoolean || arguments[2].GetBoolean())
        {
            return IntrinsicResult.WrongType("the third argument", "false, since only shallow merging is supported,", arguments[2]);
        }

        JsonObject merged = arguments[0].AsObject();
        foreach (KeyValuePair<string, JsonValue> member in arguments[1].AsObject())
        {
            merged = merged.SetItem(member.Key, member.Value);
        }

        return IntrinsicResult.Of(merged);
    }
}
