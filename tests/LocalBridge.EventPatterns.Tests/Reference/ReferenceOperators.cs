using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LocalBridge.EventPatterns.Tests.Reference;

/// <summary>The operators, on trees and strings.</summary>
internal static class ReferenceOperators
{
    public static bool IsAbsence(JsonElement alternative) =>
        alternative.ValueKind == JsonValueKind.Object && alternative.TryGetProperty("exists", out JsonElement exists) && !exists.GetBoolean();

    public static bool Accepts(JsonElement alternative, JsonElement value)
    {
        if (alternative.ValueKind != JsonValueKind.Object)
        {
            return AcceptsExactly(alternative, value);
        }

        JsonProperty match = alternative.EnumerateObject().Single();
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return match.Name switch
        {
            "exists" => true,
            "exactly" => text is not null && text == match.Value.GetString(),
            "prefix" => text is not null && Affix(match.Value, text.StartsWith),
            "suffix" => text is not null && Affix(match.Value, text.EndsWith),
            "equals-ignore-case" => text is not null && string.Equals(text, match.Value.GetString(), StringComparison.OrdinalIgnoreCase),
            "wildcard" => text is not null && Regex.IsMatch(text, Expression(match.Value.GetString()!), RegexOptions.Singleline),
            "cidr" => text is not null && IsInBlock(match.Value.GetString()!, text),
            "numeric" => value.ValueKind == JsonValueKind.Number && IsInRange(match.Value, Number(value)),
            "anything-but" => !IsExcluded(match.Value, value),
            _ => throw new InvalidOperationException($"The reference does not know {match.Name}."),
        };
    }

    private static bool AcceptsExactly(JsonElement expected, JsonElement value)
    {
        if (expected.ValueKind != value.ValueKind)
        {
            return false;
        }

        return expected.ValueKind switch
        {
            JsonValueKind.Number => Number(expected) == Number(value),
            JsonValueKind.String when IsAddress(expected.GetString()!) =>
                IsAddress(value.GetString()!) && IPAddress.Parse(expected.GetString()!).Equals(IPAddress.Parse(value.GetString()!)),
            JsonValueKind.String => expected.GetString() == value.GetString(),
            _ => true,
        };
    }

    /// <summary>The generators write plain numbers only, for which decimals are exact.</summary>
    private static decimal Number(JsonElement value) => decimal.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool IsAddress(string text) => Regex.IsMatch(text, @"^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$") && IPAddress.TryParse(text, out _);

    private static bool Affix(JsonElement match, Func<string, StringComparison, bool> compare) => match.ValueKind == JsonValueKind.Object
        ? compare(match.GetProperty("equals-ignore-case").GetString()!, StringComparison.OrdinalIgnoreCase)
        : compare(match.GetString()!, StringComparison.Ordinal);

    private static string Expression(string wildcard) =>
        $"\\A{Regex.Escape(wildcard).Replace(@"\\\*", "\u0001", StringComparison.Ordinal).Replace(@"\*", ".*", StringComparison.Ordinal).Replace("\u0001", @"\*", StringComparison.Ordinal)}\\z";

    private static bool IsInBlock(string block, string text) => IsAddress(text) && IPNetwork.Parse(block).Contains(IPAddress.Parse(text));

    private static bool IsInRange(JsonElement terms, decimal value)
    {
        JsonElement[] members = [.. terms.EnumerateArray()];
        return members.Chunk(2).All(term => (term[0].GetString(), Number(term[1])) switch
        {
            ("=", decimal bound) => value == bound,
            ("<", decimal bound) => value < bound,
            ("<=", decimal bound) => value <= bound,
            (">", decimal bound) => value > bound,
            (_, decimal bound) => value >= bound,
        });
    }

    private static bool IsExcluded(JsonElement excluded, JsonElement value)
    {
        if (excluded.ValueKind == JsonValueKind.Object)
        {
            JsonProperty inner = excluded.EnumerateObject().Single();
            return Each(inner.Value).Any(member => Accepts(JsonDocument.Parse($"{{\"{inner.Name}\":{member.GetRawText()}}}").RootElement, value));
        }

        return Each(excluded).Any(member => member.ValueKind == value.ValueKind
            && (member.ValueKind == JsonValueKind.Number ? Number(member) == Number(value) : member.GetString() == value.GetString()));
    }

    private static JsonElement[] Each(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
}
