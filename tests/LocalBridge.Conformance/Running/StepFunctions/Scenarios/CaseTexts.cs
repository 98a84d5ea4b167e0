using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LocalBridge.Conformance.Running.StepFunctions.Scenarios;

/// <summary>Fills in what a case leaves open: <c>{{now+Nd}}</c> in inputs, the literal in definitions.</summary>
internal static partial class CaseTexts
{
    /// <summary>Replaces <c>{{now+Nd}}</c> by the time N days after <paramref name="now"/>.</summary>
    public static string FillDates(string text, DateTimeOffset now) => DateMarker().Replace(text, match =>
    {
        int days = int.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return now.AddDays(days).ToString("yyyy-MM-ddTHH:mm:ss.000Z", CultureInfo.InvariantCulture);
    });

    /// <summary>Puts a literal into a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="pointers">The JSON pointers of the places.</param>
    /// <param name="literal">The literal.</param>
    /// <returns>The JSON text of the definition.</returns>
    public static string PutLiteral(JsonElement definition, JsonElement pointers, JsonElement literal)
    {
        JsonNode root = JsonNode.Parse(definition.GetRawText())!;
        IEnumerable<string> places = pointers.ValueKind == JsonValueKind.Array
            ? pointers.EnumerateArray().Select(static pointer => pointer.GetString()!)
            : [pointers.GetString()!];
        foreach (string place in places)
        {
            Put(root, place, JsonNode.Parse(literal.GetRawText()));
        }

        return root.ToJsonString();
    }

    private static void Put(JsonNode root, string pointer, JsonNode? literal)
    {
        string[] steps = [.. pointer.Split('/').Skip(1).Select(static step =>
            step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
        JsonNode parent = steps[..^1].Aggregate(root, static (node, step) => node is JsonArray array ? array[Index(step)]! : node[step]!);
        if (parent is JsonArray items)
        {
            items[Index(steps[^1])] = literal;
        }
        else
        {
            parent[steps[^1]] = literal;
        }
    }

    private static int Index(string step) => int.Parse(step, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{\{now([+-]\d+)d\}\}")]
    private static partial Regex DateMarker();
}
