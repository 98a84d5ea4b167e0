using System.Text;
using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Intrinsics;

/// <summary>Writes values as <c>States.Format</c> of the service shows them: strings bare, objects as <c>{name=value, name=value}</c>.</summary>
internal static class JavaText
{
    internal static void Append(StringBuilder text, JsonValue value)
    {
        if (value.IsString)
        {
            text.Append(value.GetString());
        }
        else if (value.IsObject)
        {
            text.Append('{');
            string separator = string.Empty;
            foreach (KeyValuePair<string, JsonValue> member in value.AsObject())
            {
                text.Append(separator).Append(member.Key).Append('=');
                Append(text, member.Value);
                separator = ", ";
            }

            text.Append('}');
        }
        else if (value.IsArray)
        {
            text.Append('[');
            string separator = string.Empty;
            foreach (JsonValue item in value.AsArray())
            {
                text.Append(separator);
                Append(text, item);
                separator = ", ";
            }

            text.Append(']');
        }
        else
        {
            text.Append(value.ToJson());
        }
    }
}
